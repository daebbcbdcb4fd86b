#pragma once

#include <boost/json/object.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace examwright {

struct simulated_model {
    std::string_view id;
    std::int64_t most_tokens;  // of a reply
    bool thinks;               // unless told otherwise
    bool between_tools;        // takes thinking: {"type": "between_tools"}
};
/// Null for a model that does not exist.
const simulated_model* find_model(std::string_view id);

/// Why the API answers 400 to a body, in its way of writing ("max_tokens: Field required"); nothing: it is
/// taken. The model is known already.
std::optional<std::string> find_request_fault(const boost::json::object& body, const simulated_model& model);

}  // namespace examwright
