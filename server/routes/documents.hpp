#pragma once

#include <boost/asio/thread_pool.hpp>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/timestamp.hpp"
#include "server/documents/document_quota.hpp"
#include "server/documents/extraction_queue.hpp"
#include "server/http/message.hpp"
#include "server/runtime/database_thread.hpp"

namespace examwright {

struct document_routes_parts {
    database_thread& database;
    boost::asio::thread_pool& workers;  // for the disk
    extraction_queue& intake;
    std::filesystem::path data_folder;  // files go to its folder "uploads" (prepare_upload_folder)
    std::function<timestamp()> now;
    /// Called when a document is gone, to end the jobs that read it.
    std::function<void(const std::string& document_id)> on_delete;
    document_quota quota = {};
    std::int64_t max_characters = 1'500'000;  // of pasted text
};

/// /documents: upload, lists, text, removal. The parts outlive the routes.
std::vector<route> document_routes(document_routes_parts parts);

}  // namespace examwright
