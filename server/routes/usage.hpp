#pragma once

#include <boost/asio/thread_pool.hpp>
#include <filesystem>
#include <functional>
#include <vector>

#include "core/timestamp.hpp"
#include "server/http/message.hpp"
#include "server/runtime/database_thread.hpp"

namespace examwright {

struct usage_routes_parts {
    database_thread& database;
    boost::asio::thread_pool& workers;  // for the backup
    std::filesystem::path database_file;
    std::filesystem::path data_folder;
    std::function<timestamp()> now;
};

/// What an admin keeps an eye on: usage by day and user, and the backup. The parts outlive the routes.
std::vector<route> usage_routes(usage_routes_parts parts);

}  // namespace examwright
