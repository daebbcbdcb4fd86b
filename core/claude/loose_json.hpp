#pragma once

#include <boost/json/value.hpp>
#include <optional>
#include <string_view>
#include <vector>

namespace examwright {

/// JSON as proxies send it: a byte order mark in front is skipped, bytes that are no UTF-8 and halves of
/// surrogate pairs become U+FFFD, so that one bad character does not cost a whole reply. Nullopt if the text
/// is no JSON even so.
std::optional<boost::json::value> parse_loose_json(std::string_view text);

/// The objects and lists in a model's text, in their order, whatever stands around them: a Markdown fence,
/// prose, its thoughts. Read as json_recovery reads them, strings as decode_json_string() does.
std::vector<boost::json::value> find_json_values(std::string_view text);

/// Whether a model's text ends with a whole object or list, or a Markdown fence behind it: it breaks off
/// nowhere.
bool ends_with_whole_json(std::string_view text);

}  // namespace examwright
