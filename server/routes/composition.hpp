#pragma once

#include <functional>
#include <vector>

#include "core/timestamp.hpp"
#include "server/http/message.hpp"
#include "server/runtime/database_thread.hpp"

namespace examwright {

struct composition_routes_parts {
    database_thread& database;
    std::function<timestamp()> now;
};

/// POST /tests: a test of copies of questions of other tests. The parts outlive the routes.
std::vector<route> composition_routes(composition_routes_parts parts);

}  // namespace examwright
