#pragma once

#include <boost/json/value.hpp>
#include <optional>
#include <string>

namespace examwright {

/// Why the API's structured outputs answer 400 to a schema: an unsupported keyword (minimum, maxLength,
/// maxItems ...), minItems above 1, an object without additionalProperties false, recursion. Nothing: it is
/// taken.
std::optional<std::string> find_schema_fault(const boost::json::value& schema);

}  // namespace examwright
