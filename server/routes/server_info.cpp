#include "server/routes/server_info.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <utility>

#include "core/language/language_names.hpp"
#include "db/user_store.hpp"
#include "server/http/handlers.hpp"
#include "server/runtime/version.hpp"

namespace examwright {

namespace asio = boost::asio;
namespace json = boost::json;
using boost::beast::http::verb;
using answer = asio::awaitable<http_response>;

namespace {

struct server_info_state : server_info_services {
    explicit server_info_state(server_info_services services) : server_info_services(std::move(services)) {}
    bool has_accounts = false;  // once there is one, one stays
};

const char* name_of(registration mode) {
    switch (mode) {
        case registration::first: return "first";
        case registration::open: return "open";
        case registration::closed: return "closed";
    }
    return "closed";
}

answer show(server_info_state& state, http_request& request) {
    if (!state.has_accounts) {
        auto count = [](SQLite::Database& db) { return user_store(db).count(); };
        const auto accounts = co_await state.database.run(std::move(count));
        state.has_accounts = accounts > 0;
    }
    const bool first_run = !state.has_accounts;
    json::array languages;
    for (const auto code : output_language_codes())
        languages.emplace_back(code);
    co_return json_response(
        200, json::object{{"version", product_version()},
                          {"model", state.model},
                          {"offline", state.offline},
                          {"registration", name_of(state.mode)},
                          {"needs_setup_token", first_run && state.mode != registration::closed &&
                                                    state.setup.asked_of(request, state.site)},
                          {"first_run", first_run},
                          {"languages", std::move(languages)}});
}

}  // namespace

std::vector<route> server_info_routes(server_info_services services) {
    const auto with = handlers_over(server_info_state(std::move(services)));
    return {{verb::get, "/server", route_access::open, route_body::small, "What this server is, for its page",
             with(show)}};
}

}  // namespace examwright
