#pragma once

#include <memory>
#include <string>

#include "server/documents/upload_file.hpp"
#include "server/routes/documents.hpp"

namespace examwright {

/// Where a document's file stands, in the data folder.
std::string upload_path(const std::string& document_id);

/// Keeps the document and begins to read it. 201, or why there is no room for it.
boost::asio::awaitable<http_response> accept_document(document_routes_parts& parts,
                                                      std::shared_ptr<upload_file> file,
                                                      document_record document);

/// POST /documents/upload. The file goes to the disk as it comes, so that its size costs no memory; nothing
/// of it stays where the upload fails.
boost::asio::awaitable<http_response> upload_document(document_routes_parts& parts, http_request& request);

}  // namespace examwright
