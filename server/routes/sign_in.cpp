#include "server/routes/sign_in.hpp"

#include <boost/json/object.hpp>
#include <string>
#include <utility>

#include "db/session_store.hpp"
#include "server/http/credentials.hpp"
#include "server/http/handlers.hpp"
#include "server/runtime/token.hpp"

namespace examwright {

namespace asio = boost::asio;
namespace json = boost::json;
using boost::beast::http::verb;
using answer = asio::awaitable<http_response>;

namespace {

struct sign_in_state {
    sign_in_services services;
    const site_policy& site;
};

answer login(sign_in_state& state, http_request& request) {
    const auto token = co_await sign_in(state.services, request);
    if (!token)
        co_return problem_response(token.error());
    co_return json_response(
        200, json::object{
                 {"access_token", *token}, {"token_type", "bearer"}, {"expires_in", session_length.count()}});
}

http_response with_cookie(const sign_in_state& state, const http_request& request, std::string_view token,
                          long seconds) {
    auto response = no_content();
    response.headers.emplace_back("Set-Cookie", set_session_cookie(request, state.site, token, seconds));
    return response;
}

answer begin_session(sign_in_state& state, http_request& request) {
    const auto token = co_await sign_in(state.services, request);
    if (!token)
        co_return problem_response(token.error());
    co_return with_cookie(state, request, *token, session_length.count());
}

/// The cookie goes in any case, and nobody needs to be signed in for that.
answer end_session(sign_in_state& state, http_request& request) {
    const auto shown = credentials_of(request, state.site);
    if (!shown.token.empty()) {
        auto remove = [hash = sha256_hex(shown.token)](SQLite::Database& db) {
            session_store(db).remove(hash);
        };
        co_await state.services.database.run(std::move(remove));
    }
    co_return with_cookie(state, request, "", 0);
}

}  // namespace

std::vector<route> sign_in_routes(sign_in_services services, const site_policy& site) {
    const auto with = handlers_over(sign_in_state{std::move(services), site});
    constexpr auto small = route_body::small;
    constexpr auto own_page = route_access::own_page;
    return {
        {verb::post, "/auth/login", route_access::open, small, "Get a token", with(login)},
        {verb::post, "/auth/session", own_page, small, "Begin the page's session", with(begin_session)},
        {verb::delete_, "/auth/session", own_page, small, "End the page's session", with(end_session)},
    };
}

}  // namespace examwright
