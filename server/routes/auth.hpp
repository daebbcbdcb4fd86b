#pragma once

#include <functional>
#include <vector>

#include "core/timestamp.hpp"
#include "server/accounts/login_guard.hpp"
#include "server/accounts/password_hasher.hpp"
#include "server/accounts/setup_token.hpp"
#include "server/http/message.hpp"
#include "server/http/site_policy.hpp"
#include "server/runtime/database_thread.hpp"

namespace examwright {

enum class registration { first, open, closed };

struct auth_services {
    database_thread& database;
    password_hasher& passwords;
    login_guard& guesses;
    const site_policy& site;
    registration mode;
    setup_token setup;
    std::function<timestamp()> now;
    attempt_limit registrations{std::chrono::hours(1)};
};

/// /auth: accounts. The parts outlive the routes.
std::vector<route> auth_routes(auth_services parts);

}  // namespace examwright
