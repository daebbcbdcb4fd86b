#pragma once

#include "server/http/message.hpp"

namespace examwright {

/// Makes 304 of a 200 to GET or HEAD whose ETag the client names in If-None-Match: it has that very answer
/// already (RFC 9110, 13.1.2: the comparison is the weak one). Leaves every other answer as it is.
void apply_if_none_match(const http_request& request, http_response& response);

}  // namespace examwright
