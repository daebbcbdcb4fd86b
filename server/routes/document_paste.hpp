#pragma once

#include "server/routes/documents.hpp"

namespace examwright {

/// POST /documents {title, text}. The text is kept as a file and read like an uploaded one.
boost::asio::awaitable<http_response> paste_document(document_routes_parts& parts, http_request& request);

}  // namespace examwright
