#pragma once

#include <string>
#include <vector>

#include "server/http/message.hpp"

namespace examwright {

/// The page at /, without a token.
std::vector<route> page_routes(const std::string& model);
/// Of the contract: /openapi.json, which tells of these routes and of its own, and /docs, which shows it.
std::vector<route> contract_routes(std::vector<route> routes);

}  // namespace examwright
