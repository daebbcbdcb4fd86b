#pragma once

#include <boost/asio/awaitable.hpp>
#include <functional>
#include <optional>
#include <string>

#include "core/problem.hpp"
#include "core/timestamp.hpp"
#include "db/records.hpp"
#include "server/http/message.hpp"
#include "server/runtime/database_thread.hpp"

namespace examwright {

/// Takes the user from a header that a proxy sets once it has logged somebody in (EXAMWRIGHT_LOGIN_HEADER),
/// as Authelia, authentik and oauth2-proxy do. To be asked about requests of trusted proxies alone.
struct header_login {
    database_thread& database;
    std::string header;
    bool open;  // whoever is unknown gets an account, never an admin's
    std::function<timestamp()> now;

    /// Returns nullopt without the header. invalid where it comes twice or is no e-mail address, forbidden
    /// where there is no such account.
    boost::asio::awaitable<result<std::optional<user_record>>> find_user(const http_request& request);
};

}  // namespace examwright
