#pragma once

#include <functional>
#include <vector>

#include "core/timestamp.hpp"
#include "server/http/message.hpp"
#include "server/runtime/database_thread.hpp"

namespace examwright {

struct topic_routes_parts {
    database_thread& database;
    std::function<timestamp()> now;
};

/// /topics. Everybody reads them, an admin changes them. The parts outlive the routes.
std::vector<route> topic_routes(topic_routes_parts parts);

}  // namespace examwright
