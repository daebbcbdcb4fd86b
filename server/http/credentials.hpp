#pragma once

#include <string>
#include <string_view>

#include "server/http/site_policy.hpp"

namespace examwright {

/// Who a request says that it comes from.
struct credentials {
    std::string_view token;    // empty: nobody; part of the request's headers
    bool from_cookie = false;  // and not from Authorization, which decides where both come
};
credentials credentials_of(const http_request& request, const site_policy& site);

/// The token in the page's cookie; empty where it did not come.
std::string_view session_cookie(const http_request& request, const site_policy& site);

/// The Set-Cookie of the page's session, with which browsers send the token back for so long. A token that is
/// empty, and 0 seconds, take the cookie away.
std::string set_session_cookie(const http_request& request, const site_policy& site, std::string_view token,
                               long seconds);

}  // namespace examwright
