#pragma once

#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <functional>
#include <string>

#include "core/problem.hpp"
#include "core/timestamp.hpp"
#include "server/accounts/login_guard.hpp"
#include "server/accounts/password_hasher.hpp"
#include "server/http/message.hpp"
#include "server/runtime/database_thread.hpp"

namespace examwright {

inline constexpr std::chrono::seconds session_length = std::chrono::hours(24 * 30);

struct sign_in_services {
    database_thread& database;
    password_hasher& passwords;
    login_guard& guesses;
    std::function<timestamp()> now;
};

/// Verifies the e-mail and password of the request's body and begins a session. Returns its token; a problem
/// for a wrong password or too many of them.
boost::asio::awaitable<result<std::string>> sign_in(sign_in_services& services, const http_request& request);

}  // namespace examwright
