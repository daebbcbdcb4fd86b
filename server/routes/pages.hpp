#pragma once

#include <vector>

#include "server/http/message.hpp"

namespace examwright {

/// The page at / and its files, without a token.
std::vector<route> page_routes();
/// Of the contract: /openapi.json, which tells of these routes and of its own, and /docs, which shows it.
/// base: the path of the public address, "" for none.
std::vector<route> contract_routes(std::vector<route> routes, const std::string& base = "");

}  // namespace examwright
