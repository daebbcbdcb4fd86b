#pragma once

#include "server/http/message.hpp"

namespace examwright {

/// The page at /: a shell that loads the assets of this version. Revalidated on each visit.
http_response front_page();

/// GET /app/{version}/{name}: an asset of this version, gzipped if the client accepts that; else 404.
http_response page_asset_response(const http_request& request);

}  // namespace examwright
