#pragma once

#include <boost/asio/thread_pool.hpp>
#include <functional>
#include <vector>

#include "core/timestamp.hpp"
#include "server/claude/llm_client.hpp"
#include "server/config/config.hpp"
#include "server/http/message.hpp"

namespace examwright {

struct admin_health_parts {
    boost::asio::thread_pool& workers;  // for the disk, and for programs that are tried
    llm_client& client;
    const config& settings;
    std::function<timestamp()> now;
};

/// /admin/health: what `examwright doctor` says. The parts outlive the routes.
std::vector<route> admin_health_routes(admin_health_parts parts);

}  // namespace examwright
