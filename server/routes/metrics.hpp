#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/thread_pool.hpp>
#include <filesystem>
#include <functional>
#include <vector>

#include "server/http/message.hpp"
#include "server/runtime/metrics.hpp"

namespace examwright {

struct metrics_routes_parts {
    boost::asio::thread_pool& workers;  // for the disk
    std::filesystem::path database_file;
    std::function<boost::asio::awaitable<void>(exposition&)> write;  // what is known without the disk
};

/// /metrics, for an admin: it tells of all users' work. The parts outlive the routes.
/// access: open on a listener of its own.
std::vector<route> metrics_routes(metrics_routes_parts parts, route_access access = route_access::admin);

}  // namespace examwright
