#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/timestamp.hpp"
#include "server/accounts/password_hasher.hpp"
#include "server/http/message.hpp"
#include "server/runtime/database_thread.hpp"

namespace examwright {

enum class registration { first, open, closed };

struct auth_routes_parts {
    database_thread& database;
    password_hasher& passwords;
    registration mode;
    std::string setup_token;  // what the first account must show; empty on a loopback address
    std::function<timestamp()> now;
};

/// /auth: accounts and their sessions. The parts outlive the routes.
std::vector<route> auth_routes(auth_routes_parts parts);

}  // namespace examwright
