#pragma once

#include <random>
#include <string>

#include "server/http/http_server.hpp"
#include "server/http/request_metrics.hpp"
#include "server/http/response_head.hpp"

namespace examwright {

/// What all connections of a server share.
struct http_service {
    router routes;
    authenticator authenticate;
    logger& log;
    http_limits limits;
    cors_policy cors;
    const site_policy& site;
    request_metrics answers;
    proxy_login find_user;           // null: proxies name nobody
    bool told_of_proxy = false;      // that it hides its clients
    bool stopping = false;           // the answer under way is the last
    std::string date = http_date();  // of this second
    std::mt19937_64 request_ids{std::random_device{}()};
};

}  // namespace examwright
