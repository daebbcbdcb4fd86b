#pragma once

#include <functional>
#include <vector>

#include "core/timestamp.hpp"
#include "server/accounts/attempt_limit.hpp"
#include "server/accounts/password_hasher.hpp"
#include "server/http/message.hpp"
#include "server/http/site_policy.hpp"
#include "server/runtime/database_thread.hpp"

namespace examwright {

struct link_services {
    database_thread& database;
    password_hasher& passwords;
    const site_policy& site;
    std::function<timestamp()> now;
    attempt_limit wrong_tokens{std::chrono::minutes(15)};  // by address
};

/// Links in the place of mail, which this server does not send: invitations (/admin/invitations, /auth/join)
/// and new passwords (/admin/users/{id}/reset-link, /auth/reset). The services outlive the routes.
std::vector<route> link_routes(link_services services);

}  // namespace examwright
