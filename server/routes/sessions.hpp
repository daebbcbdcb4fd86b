#pragma once

#include <functional>
#include <vector>

#include "core/timestamp.hpp"
#include "server/http/message.hpp"
#include "server/runtime/database_thread.hpp"

namespace examwright {

struct session_routes_parts {
    database_thread& database;
    std::function<timestamp()> now;
};

/// /auth/tokens: one's sessions. The parts outlive the routes.
std::vector<route> session_routes(session_routes_parts parts);

}  // namespace examwright
