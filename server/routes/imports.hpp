#pragma once

#include <boost/asio/thread_pool.hpp>
#include <functional>
#include <vector>

#include "core/timestamp.hpp"
#include "server/extract/text_extractor.hpp"
#include "server/http/message.hpp"
#include "server/routes/documents.hpp"
#include "server/runtime/database_thread.hpp"

namespace examwright {

struct import_routes_parts {
    database_thread& database;
    boost::asio::thread_pool& workers;
    text_extractor& extractor;  // of archives, and of text in older encodings
    std::function<timestamp()> now;
    document_quota quota = {};  // which imported tests count for
};

/// POST /tests/import: a file of questions becomes a test of one's own. The parts outlive the routes.
std::vector<route> import_routes(import_routes_parts parts);

}  // namespace examwright
