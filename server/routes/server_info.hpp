#pragma once

#include <string>
#include <vector>

#include "server/accounts/setup_token.hpp"
#include "server/http/message.hpp"
#include "server/http/site_policy.hpp"
#include "server/routes/auth.hpp"
#include "server/runtime/database_thread.hpp"

namespace examwright {

struct server_info_services {
    database_thread& database;
    const site_policy& site;
    setup_token setup;
    registration mode;
    std::string model;
    bool offline;  // the offline author writes
};

/// /server: what the page needs to know before anybody is signed in. The services outlive the routes.
std::vector<route> server_info_routes(server_info_services services);

}  // namespace examwright
