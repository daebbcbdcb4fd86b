#pragma once

#include "server/http/message.hpp"

namespace examwright {

/// The page at /docs, which shows /openapi.json to a reader. It loads nothing else, and its policy lets it
/// load nothing else.
http_response docs_page();

}  // namespace examwright
