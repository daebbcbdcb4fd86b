#pragma once

#include <string>

#include "server/routes/documents.hpp"

namespace examwright {

/// Where a document's file stands, in the data folder.
std::string upload_path(const std::string& document_id);

/// POST /documents/upload. The file goes to the disk as it comes, so that its size costs no memory; nothing
/// of it stays where the upload fails.
boost::asio::awaitable<http_response> upload_document(document_routes_parts& parts, http_request& request);

}  // namespace examwright
