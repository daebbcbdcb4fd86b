#pragma once

#include <functional>
#include <vector>

#include "core/timestamp.hpp"
#include "server/http/message.hpp"
#include "server/runtime/database_thread.hpp"

namespace examwright {

struct attempt_routes_parts {
    database_thread& database;
    std::function<timestamp()> now;
};

/// A user's attempts at their own tests. The parts outlive the routes.
std::vector<route> attempt_routes(attempt_routes_parts parts);

}  // namespace examwright
