#include "server/routes/sessions.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <optional>
#include <string>
#include <utility>

#include "core/text/clean_name.hpp"
#include "db/session_store.hpp"
#include "server/accounts/account_rules.hpp"
#include "server/http/handlers.hpp"
#include "server/http/json_body.hpp"
#include "server/http/paging.hpp"
#include "server/runtime/token.hpp"

namespace examwright {

namespace asio = boost::asio;
namespace json = boost::json;
using boost::beast::http::verb;
using answer = asio::awaitable<http_response>;

namespace {

const timestamp no_expiry = parse_sql("9999-12-31 00:00:00").value();

/// "2027-01-31T00:00:00Z".
std::optional<timestamp> read_utc(std::string text) {
    if (text.size() < 20 || text[10] != 'T' || text.back() != 'Z')
        return std::nullopt;
    text[10] = ' ';
    text.pop_back();
    return parse_sql(text);
}

json::value expiry_json(timestamp expires_at) {
    return expires_at < no_expiry ? json::value(to_rfc3339(expires_at)) : json::value();
}

json::object session_json(const session_record& session) {
    return {{"id", session.id},
            {"kind", session.name ? "token" : "session"},
            {"name", session.name ? json::value(*session.name) : json::value()},
            {"scope", name_of(session.scope)},
            {"created_at", to_rfc3339(session.created_at)},
            {"expires_at", expiry_json(session.expires_at)},
            {"current", session.current}};
}

struct new_api_token {
    std::string name;
    token_scope scope;
    timestamp expires_at;
};

result<new_api_token> read_api_token(const std::string& text, timestamp now) {
    const auto body = json_body::parse(text);
    if (!body)
        return body.error();
    auto name = body->text("name");
    if (!name)
        return name.error();
    *name = display_text(*name);
    if (name->empty())
        return invalid("name must say what the token is for");
    const auto scope = body->text("scope");
    if (!scope)
        return scope.error();
    const auto known = parse_token_scope(*scope);
    if (!known)
        return invalid("scope must be read, write or admin");
    const auto expires = body->optional_text("expires_at");
    if (!expires)
        return expires.error();
    const auto when = *expires ? read_utc(**expires) : std::optional(no_expiry);
    if (!when || *when <= now || *when > no_expiry)
        return invalid("expires_at must be a time to come, such as 2027-01-31T00:00:00Z, or null for none");
    if (auto unknown = body->unknown_field())
        return std::move(*unknown);
    return new_api_token{std::move(*name), *known, *when};
}

/// The only answer that holds the token: the database has its hash alone.
answer make_token(session_routes_parts& parts, http_request& request) {
    if (const auto may = by_session_only(request); !may)
        co_return problem_response(may.error());
    const auto now = parts.now();
    const auto wanted = read_api_token(request.body, now);
    if (!wanted)
        co_return problem_response(wanted.error());
    const auto token = new_token();
    auto make = [user = request.user->id, hash = sha256_hex(token), wanted = *wanted,
                 now](SQLite::Database& db) {
        return session_store(db).create_api_token(user, hash, wanted.name, wanted.scope, now,
                                                  wanted.expires_at);
    };
    session_record made{"", now, wanted->expires_at, false, wanted->name, wanted->scope};
    made.id = co_await parts.database.run(std::move(make));
    auto shown = session_json(made);
    shown["token"] = token;
    co_return json_response(201, shown);
}

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
        items.push_back(session_json(session));
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
        {verb::get, "/auth/tokens", access, route_body::small,
         "One's sessions and API tokens, the latest first", with(list)},
        {verb::post, "/auth/tokens", access, route_body::small, "Make an API token", with(make_token)},
        {verb::delete_, "/auth/tokens/{id}", access, route_body::small,
         "End a session, or revoke an API token", with(revoke)},
    };
}

}  // namespace examwright
