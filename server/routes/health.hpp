#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "server/http/message.hpp"
#include "server/runtime/database_thread.hpp"

namespace examwright {

struct health_routes_parts {
    database_thread& database;
    std::filesystem::path data_folder;
    std::function<bool()> stopping;
};

/// /health: the process lives; /health/ready: it can do its work. Without a token. The parts outlive the
/// routes.
std::vector<route> health_routes(health_routes_parts parts);

}  // namespace examwright
