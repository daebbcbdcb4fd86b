#pragma once

#include <functional>
#include <vector>

#include "core/timestamp.hpp"
#include "db/status_reader.hpp"
#include "server/http/message.hpp"
#include "server/jobs/job_runner.hpp"
#include "server/runtime/database_thread.hpp"

namespace examwright {

struct test_routes_parts {
    database_thread& database;
    status_reader& status;
    job_runner& jobs;
    std::function<timestamp()> now;
};

/// /tests. The parts outlive the routes.
std::vector<route> test_routes(test_routes_parts parts);

}  // namespace examwright
