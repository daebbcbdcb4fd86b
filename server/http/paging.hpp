#pragma once

#include "core/problem.hpp"
#include "db/records.hpp"
#include "server/http/message.hpp"

namespace examwright {

/// ?limit=1..100 (50) and &offset=0.. (0).
result<page_request> read_page(const http_request& request);

}  // namespace examwright
