#include <fstream>
#include <string>

#include "db/user_store.hpp"
#include "server/accounts/setup_token.hpp"
#include "server/config/data_folder.hpp"
#include "server/doctor/checks.hpp"

namespace examwright {

namespace {

bool has_accounts(const config& settings) {
    auto database = open_to_read(settings.data);
    return user_store(database).count() > 0;
}

std::string address_of(const config& settings) {
    if (settings.url)
        return settings.url->text();
    return "http://127.0.0.1:" + std::to_string(settings.port) + "/";
}

}  // namespace

findings check_set_up(const config& settings) {
    setup_token token;
    std::ifstream(settings.data / "setup-token") >> token.value;
    if (token.value.empty())
        return {};
    try {
        if (has_accounts(settings))
            return {};
    } catch (const std::exception&) {
        return {};  // that the database can't be read is told by its own check
    }
    return {warning_finding("set-up", "there is no account yet",
                            "Make the first one, the owner's: " + token.link(address_of(settings)))};
}

}  // namespace examwright
