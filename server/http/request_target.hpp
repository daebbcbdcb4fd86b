#pragma once

#include <string_view>

#include "server/http/message.hpp"

namespace examwright {

/// The target without the scheme and host of the absolute form.
std::string_view origin_form(std::string_view target);
/// The host that "http://host:port/path" names, with its port; "" for a target that names none.
std::string_view authority_of(std::string_view target);

/// Splits and decodes a request's target, in origin or absolute form (RFC 9112, 3.2), into path and query.
/// False for one that is none, or whose parts hold an encoded slash or NUL (no route has such).
bool read_target(std::string_view target, http_request& into);

/// The token of "Bearer TOKEN"; empty for anything else.
std::string_view bearer_token(std::string_view authorization);

}  // namespace examwright
