#pragma once

#include <boost/asio/thread_pool.hpp>
#include <vector>

#include "server/http/message.hpp"
#include "server/runtime/database_thread.hpp"

namespace examwright {

struct export_routes_parts {
    database_thread& database;
    boost::asio::thread_pool& workers;
};

/// /tests/{id}/export: a test as a file. The parts outlive the routes.
std::vector<route> export_routes(export_routes_parts parts);

}  // namespace examwright
