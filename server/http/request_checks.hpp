#pragma once

#include <boost/asio/awaitable.hpp>
#include <string_view>

#include "server/http/http_service.hpp"

namespace examwright {

// What a request has to pass before its handler sees it. Each check returns null or false where it has
// written the response.

/// Checks the Host, reads the target and finds the route: 421, 400, 404, 405, a redirect to the path without
/// needless slashes, or what OPTIONS is answered.
const route* find_route(const http_service& service, std::string_view target, http_request& request,
                        http_response& response);

/// Fills in who sent the request. Behind a proxy that hides its clients nobody is named, so that nobody is
/// punished for all; the log is told once.
void name_client(http_service& service, http_request& request);

/// Fills in the user that a trusted proxy names, where the request shows no token of its own.
boost::asio::awaitable<bool> name_user(const http_service& service, const route& route, http_request& request,
                                       http_response& response);

/// Checks who sent it: 403 for a page of another site, 401, 403 for an admin's route. Fills in the user.
bool may_call(const http_service& service, const route& route, http_request& request,
              http_response& response);

/// Checks that the body comes as it is, without a Content-Encoding: 415.
bool is_plain_body(const http_request& request, http_response& response);

}  // namespace examwright
