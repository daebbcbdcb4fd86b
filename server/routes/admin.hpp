#pragma once

#include <boost/asio/thread_pool.hpp>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/timestamp.hpp"
#include "server/accounts/password_hasher.hpp"
#include "server/http/message.hpp"
#include "server/runtime/database_thread.hpp"

namespace examwright {

struct admin_routes_parts {
    database_thread& database;
    boost::asio::thread_pool& workers;  // for the disk
    password_hasher& passwords;
    std::filesystem::path data_folder;
    std::function<timestamp()> now;
    /// Called before a document goes, to end what works on it.
    std::function<void(const std::string& document_id)> on_delete;
};

/// /admin/users: the accounts of the server. The parts outlive the routes.
std::vector<route> admin_routes(admin_routes_parts parts);

}  // namespace examwright
