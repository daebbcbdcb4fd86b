#pragma once

#include <SQLiteCpp/Database.h>

#include <string>

#include "server/documents/upload_file.hpp"
#include "server/routes/documents.hpp"

namespace examwright {

/// Where a document's file stands, in the data folder.
std::string upload_path(const std::string& document_id);

/// Inserts the document whose file is on the disk, so that one without its file is never seen; where that
/// fails, or others have taken the room meanwhile, the file goes.
result<void> keep_document(SQLite::Database& database, upload_file& file, const document_record& document,
                           const document_quota& quota);

/// POST /documents/upload. The file goes to the disk as it comes, so that its size costs no memory; nothing
/// of it stays where the upload fails.
boost::asio::awaitable<http_response> upload_document(document_routes_parts& parts, http_request& request);

}  // namespace examwright
