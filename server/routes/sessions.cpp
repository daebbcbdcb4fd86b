#include "server/routes/sessions.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <utility>

#include "db/session_store.hpp"
#include "server/http/handlers.hpp"
#include "server/http/paging.hpp"

namespace examwright {

namespace asio = boost::asio;
namespace json = boost::json;
using boost::beast::http::verb;
using answer = asio::awaitable<http_response>;

namespace {

answer list(session_routes_parts& parts, http_request& request) {
    const auto page = read_page(request);
    if (!page)
        co_return problem_response(page.error());
    auto read = [user = request.user->id, hash = request.token_hash,
                 now = parts.now()](SQLite::Database& db) { return session_store(db).list(user, hash, now); };
    auto all = co_await parts.database.run(std::move(read));
    const auto sessions = cut_page(std::move(all), *page);
    json::array items;
    for (const auto& session : sessions.items)
        items.push_back(json::object{{"id", session.id},
                                     {"created_at", to_rfc3339(session.created_at)},
                                     {"expires_at", to_rfc3339(session.expires_at)},
                                     {"current", session.current}});
    co_return json_response(200, json::object{{"items", std::move(items)}, {"total", sessions.total}});
}

answer revoke(session_routes_parts& parts, http_request& request) {
    auto remove = [user = request.user->id, id = request.path_values[0]](SQLite::Database& db) {
        return session_store(db).remove_by_id(user, id);
    };
    const bool removed = co_await parts.database.run(std::move(remove));
    co_return removed ? no_content() : problem_response(not_found("There is no such session."));
}

}  // namespace

std::vector<route> session_routes(session_routes_parts parts) {
    const auto with = handlers_over(std::move(parts));
    constexpr auto access = route_access::signed_in;
    return {
        {verb::get, "/auth/tokens", access, route_body::small, "One's sessions, the latest first",
         with(list)},
        {verb::delete_, "/auth/tokens/{id}", access, route_body::small, "End a session", with(revoke)},
    };
}

}  // namespace examwright
