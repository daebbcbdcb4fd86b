#pragma once

#include <boost/json/object.hpp>
#include <vector>

#include "server/http/message.hpp"

namespace examwright {

/// The contract at /openapi.json, OpenAPI 3.1: what server/web/openapi tells of each call, and what the table
/// of routes knows by itself: the summary, whether a token is needed, and the errors that follow from the
/// route (401, 403, 413, 431, 500). A route that no file tells of is left out, and so
/// is what a file tells of a route that this server does not have. base: where the server stands, "" for "/".
boost::json::object openapi_document(const std::vector<route>& routes, const std::string& base = "");

}  // namespace examwright
