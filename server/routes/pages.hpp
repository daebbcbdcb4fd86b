#pragma once

#include <string>
#include <vector>

#include "server/http/message.hpp"

namespace examwright {

/// What needs no token: the page at / and /health.
std::vector<route> page_routes(const std::string& model);

}  // namespace examwright
