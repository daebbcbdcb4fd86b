#include "server/routes/links.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <chrono>
#include <string>
#include <utility>

#include "db/link_store.hpp"
#include "server/accounts/account_rules.hpp"
#include "server/accounts/login_guard.hpp"
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

constexpr std::size_t most_wrong_tokens = 20;  // of an address, in 15 minutes

const problem used_up = not_found("This link is used up or too old. Ask for a new one.");

struct invitation_input {
    std::string email;
    std::string role;
};

result<invitation_input> read_invitation(const std::string& text) {
    const auto body = json_body::parse(text);
    if (!body)
        return body.error();
    auto email = body->text("email");
    if (!email)
        return email.error();
    auto checked = checked_email(std::move(*email));
    if (!checked)
        return checked.error();
    const auto named = body->optional_text("role");
    if (!named)
        return named.error();
    auto role = checked_role(named->value_or("faculty"));
    if (!role)
        return role.error();
    if (auto unknown = body->unknown_field())
        return std::move(*unknown);
    return invitation_input{std::move(*checked), std::move(*role)};
}

json::object invitation_json(const link_record& link) {
    return {{"id", link.id},
            {"email", link.email},
            {"role", link.role},
            {"created_at", to_rfc3339(link.created_at)},
            {"expires_at", to_rfc3339(link.expires_at)}};
}

answer invite(link_services& services, http_request& request) {
    if (const auto may = by_session_only(request); !may)
        co_return problem_response(may.error());
    const auto wanted = read_invitation(request.body);
    if (!wanted)
        co_return problem_response(wanted.error());
    const auto token = new_token();
    auto store = [wanted = *wanted, hash = sha256_hex(token), now = services.now()](SQLite::Database& db) {
        return link_store(db).invite(hash, wanted.email, wanted.role, now, now + invitation_lifetime);
    };
    const auto link = co_await services.database.run(std::move(store));
    if (!link)
        co_return problem_response(link.error());
    auto shown = invitation_json(*link);
    shown["link"] = services.site.url_of(request).text() + "#/join/" + token;
    co_return json_response(201, shown);
}

answer list(link_services& services, http_request& request) {
    const auto page = read_page(request);
    if (!page)
        co_return problem_response(page.error());
    auto read = [now = services.now()](SQLite::Database& db) { return link_store(db).invitations(now); };
    auto all = co_await services.database.run(std::move(read));
    const auto links = cut_page(std::move(all), *page);
    json::array items;
    for (const auto& link : links.items)
        items.push_back(invitation_json(link));
    co_return json_response(200, json::object{{"items", std::move(items)}, {"total", links.total}});
}

answer revoke(link_services& services, http_request& request) {
    auto remove = [id = request.path_values[0]](SQLite::Database& db) {
        return link_store(db).revoke_invitation(id);
    };
    const bool removed = co_await services.database.run(std::move(remove));
    co_return removed ? no_content() : problem_response(not_found("There is no such invitation."));
}

answer make_reset_link(link_services& services, http_request& request) {
    if (const auto may = by_session_only(request); !may)
        co_return problem_response(may.error());
    const auto token = new_token();
    auto store = [id = request.path_values[0], hash = sha256_hex(token),
                  now = services.now()](SQLite::Database& db) {
        return link_store(db).reset_link(hash, id, now, now + reset_link_lifetime);
    };
    const auto link = co_await services.database.run(std::move(store));
    if (!link)
        co_return problem_response(link.error());
    const auto url = services.site.url_of(request).text() + "#/reset/" + token;
    co_return json_response(201, json::object{{"link", url}, {"expires_at", to_rfc3339(link->expires_at)}});
}

struct link_use {
    std::string token_hash;
    std::string password;
};

result<link_use> read_use(const std::string& text, std::string_view password_name) {
    const auto body = json_body::parse(text);
    if (!body)
        return body.error();
    const auto token = body->text("token");
    if (!token)
        return token.error();
    auto password = body->text(password_name);
    if (!password)
        return password.error();
    auto checked = checked_password(std::move(*password), password_name);
    if (!checked)
        return checked.error();
    if (auto unknown = body->unknown_field())
        return std::move(*unknown);
    return link_use{sha256_hex(*token), std::move(*checked)};
}

/// The hash of the new password, once the token is known to be one: who guesses tokens costs no hashing.
template <class Check>
asio::awaitable<result<std::string>> hash_for(link_services& services, const http_request& request,
                                              const link_use& use, Check is_known) {
    const auto address = address_key(request.client);
    const auto now = std::chrono::steady_clock::now();
    if (const auto wait = services.wrong_tokens.wait(address, most_wrong_tokens, now))
        co_return problem{problem_kind::too_many, "Too many wrong links from this address. Try again later.",
                          *wait};
    const bool known = co_await services.database.run(std::move(is_known));
    if (!known) {
        services.wrong_tokens.count(address, now);
        co_return used_up;
    }
    const auto turn = co_await services.passwords.enter(address);
    if (!turn)
        co_return turn.error();
    auto hash = co_await services.passwords.hash(use.password);
    co_return hash;
}

answer join(link_services& services, http_request& request) {
    const auto use = read_use(request.body, "password");
    if (!use)
        co_return problem_response(use.error());
    auto is_known = [hash = use->token_hash, now = services.now()](SQLite::Database& db) {
        return link_store(db).is_invitation(hash, now);
    };
    auto hash = co_await hash_for(services, request, *use, std::move(is_known));
    if (!hash)
        co_return problem_response(hash.error());
    auto store = [token = use->token_hash, hash = std::move(*hash), now = services.now()](
                     SQLite::Database& db) { return link_store(db).join(token, hash, now); };
    const auto user = co_await services.database.run(std::move(store));
    co_return user ? json_response(201, user_json(*user)) : problem_response(user.error());
}

answer reset(link_services& services, http_request& request) {
    const auto use = read_use(request.body, "new_password");
    if (!use)
        co_return problem_response(use.error());
    auto is_known = [hash = use->token_hash, now = services.now()](SQLite::Database& db) {
        return link_store(db).is_reset_link(hash, now);
    };
    auto hash = co_await hash_for(services, request, *use, std::move(is_known));
    if (!hash)
        co_return problem_response(hash.error());
    auto store = [token = use->token_hash, hash = std::move(*hash), now = services.now()](
                     SQLite::Database& db) { return link_store(db).reset_password(token, hash, now); };
    const bool set = co_await services.database.run(std::move(store));
    co_return set ? no_content() : problem_response(used_up);
}

}  // namespace

std::vector<route> link_routes(link_services services) {
    const auto with = handlers_over(std::move(services));
    constexpr auto admin = route_access::admin;
    constexpr auto own_page = route_access::own_page;
    constexpr auto small = route_body::small;
    return {
        {verb::post, "/admin/invitations", admin, small, "Invite somebody by a link", with(invite)},
        {verb::get, "/admin/invitations", admin, small, "The open invitations", with(list)},
        {verb::delete_, "/admin/invitations/{id}", admin, small, "Revoke an invitation", with(revoke)},
        {verb::post, "/admin/users/{id}/reset-link", admin, small, "A link to a new password",
         with(make_reset_link)},
        {verb::post, "/auth/join", own_page, small, "Make the account of an invitation", with(join)},
        {verb::post, "/auth/reset", own_page, small, "Set a new password by a link", with(reset)},
    };
}

}  // namespace examwright
