#pragma once

#include <functional>
#include <vector>

#include "core/timestamp.hpp"
#include "server/http/message.hpp"
#include "server/runtime/database_thread.hpp"

namespace examwright {

struct question_routes_parts {
    database_thread& database;
    std::function<timestamp()> now;
};

/// /tests/{id}/questions: editing a test that has ended. The parts outlive the routes.
std::vector<route> question_routes(question_routes_parts parts);

}  // namespace examwright
