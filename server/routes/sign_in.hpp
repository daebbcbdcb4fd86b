#pragma once

#include <vector>

#include "server/accounts/sign_in.hpp"
#include "server/http/message.hpp"
#include "server/http/site_policy.hpp"

namespace examwright {

/// /auth/login for programs, /auth/session for the page. The services and the policy outlive the routes.
std::vector<route> sign_in_routes(sign_in_services services, const site_policy& site);

}  // namespace examwright
