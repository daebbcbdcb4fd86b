#pragma once

#include <string>
#include <vector>

#include "server/http/message.hpp"

namespace examwright {

/// The page at /, without a token.
std::vector<route> page_routes(const std::string& model);

}  // namespace examwright
