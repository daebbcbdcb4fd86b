#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/json_body.hpp"

namespace examwright {

/// A list of ids, each once; nothing where the field is missing or null.
result<std::optional<std::vector<std::string>>> read_ids(const json_body& body, std::string_view name);

}  // namespace examwright
