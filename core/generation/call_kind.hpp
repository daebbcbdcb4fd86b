#pragma once

#include <boost/json/object.hpp>
#include <optional>
#include <string_view>

namespace examwright {

enum class call_kind { write, review };
std::string_view to_string(call_kind kind);  // "write", "review"
std::optional<call_kind> parse_call_kind(std::string_view text);

/// The schema of a reply. Constant per kind, so that the API's prompt and grammar caches hold.
const boost::json::object& schema_of(call_kind kind);

/// The most that a reply may take, thinking and text together. Stays under 21,333, above which a call may run
/// past ten minutes (official SDKs).
int max_tokens_of(call_kind kind);

}  // namespace examwright
