#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/timestamp.hpp"
#include "server/http/message.hpp"
#include "server/jobs/daily_budget.hpp"
#include "server/jobs/job_runner.hpp"
#include "server/runtime/database_thread.hpp"

namespace examwright {

struct generation_routes_parts {
    database_thread& database;
    job_runner& jobs;
    std::string model;  // stored with every new test
    daily_budgets budgets;
    std::function<timestamp()> now;
};

/// What begins the making of questions: /tests/generate, /tests/estimate and a question's /regenerate. The
/// parts outlive the routes.
std::vector<route> generation_routes(generation_routes_parts parts);

}  // namespace examwright
