#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "server/http/message.hpp"

namespace examwright {

/// Makes 304 of a 200 to GET or HEAD whose ETag the client names in If-None-Match: it has that very answer
/// already (RFC 9110, 13.1.2: the comparison is the weak one). Leaves every other answer as it is.
void apply_if_none_match(const http_request& request, http_response& response);

/// The values of all If-Match fields, joined by commas; empty where there is none.
std::string if_match_of(const http_request& request);
/// Whether an If-Match names one of the tags or *, or is empty: there is no condition then (RFC
/// 9110, 13.1.1).
bool fits_if_match(std::string_view if_match, std::initializer_list<std::string> tags);

}  // namespace examwright
