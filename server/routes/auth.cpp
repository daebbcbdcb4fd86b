#include "server/routes/auth.hpp"

#include <boost/json/object.hpp>
#include <chrono>
#include <utility>

#include "db/session_store.hpp"
#include "db/user_store.hpp"
#include "server/accounts/account_rules.hpp"
#include "server/http/handlers.hpp"
#include "server/http/json_body.hpp"

namespace examwright {

namespace asio = boost::asio;
namespace json = boost::json;
using boost::beast::http::verb;
using answer = asio::awaitable<http_response>;

namespace {

result<std::string> read_email(const json_body& body) {
    auto email = body.text("email");
    return email ? checked_email(std::move(*email)) : email;
}

result<std::string> read_new_password(const json_body& body, std::string_view name) {
    auto password = body.text(name);
    return password ? checked_password(std::move(*password), name) : password;
}

constexpr std::size_t most_registrations = 60;  // of an address, in an hour: two classes

const problem wrong_old_password = invalid("old_password is not the account's password");

problem too_many_registrations(std::chrono::seconds wait) {
    return {problem_kind::too_many, "Too many accounts were made from this address. Try again later.", wait};
}

problem forbidden(std::string detail) {
    return {problem_kind::forbidden, std::move(detail)};
}

/// Whether an account may be made now, by what is known of the server and the request.
result<void> may_register(const auth_services& parts, const http_request& request,
                          std::string_view shown_token, std::int64_t accounts) {
    if (parts.mode == registration::closed)
        return forbidden("Registration is closed. Ask the server's owner for an account.");
    if (accounts > 0)
        return parts.mode == registration::open
                   ? result<void>{}
                   : forbidden(
                         "Only the first account registers itself. Ask the server's owner for an account.");
    if (!parts.setup.asked_of(request, parts.site))
        return {};
    if (!parts.setup.matches(shown_token))
        return forbidden(
            "The first account needs the set-up token: open the link that the server's log shows at its "
            "start, "
            "or send its token as setup_token.");
    return {};
}

answer register_account(auth_services& parts, http_request& request) {
    const auto body = json_body::parse(request.body);
    if (!body)
        co_return problem_response(body.error());
    const auto email = read_email(*body);
    if (!email)
        co_return problem_response(email.error());
    const auto password = read_new_password(*body, "password");
    if (!password)
        co_return problem_response(password.error());
    const auto shown_token = body->optional_text("setup_token");
    if (!shown_token)
        co_return problem_response(shown_token.error());
    if (const auto unknown = body->unknown_field())
        co_return problem_response(*unknown);
    auto count = [](SQLite::Database& db) { return user_store(db).count(); };
    const auto accounts = co_await parts.database.run(std::move(count));
    const auto allowed = may_register(parts, request, shown_token->value_or(""), accounts);
    if (!allowed)
        co_return problem_response(allowed.error());
    const auto address = address_key(request.client);
    const auto turn = co_await parts.passwords.enter(address);
    if (!turn)
        co_return problem_response(turn.error());
    const auto now = std::chrono::steady_clock::now();
    if (const auto wait = parts.registrations.wait(address, most_registrations, now))
        co_return problem_response(too_many_registrations(*wait));
    parts.registrations.count(address, now);
    auto hash = co_await parts.passwords.hash(*password);
    // Of two that are first at the same time one is not: where registration is open it is a further one.
    auto create = [first = accounts == 0, open = parts.mode == registration::open, email = *email,
                   hash = std::move(hash), now = parts.now()](SQLite::Database& db) {
        user_store users(db);
        if (first && (!open || users.count() == 0))
            return users.create_first(email, hash, now);
        return users.create(email, hash, "faculty", now);
    };
    const auto user = co_await parts.database.run(std::move(create));
    if (!user)
        co_return problem_response(user.error());
    co_return json_response(201, user_json(*user));
}

answer me(auth_services&, http_request& request) {
    co_return json_response(200, user_json(*request.user));
}

answer logout(auth_services& parts, http_request& request) {
    auto remove = [hash = request.token_hash](SQLite::Database& db) { session_store(db).remove(hash); };
    co_await parts.database.run(std::move(remove));
    co_return no_content();
}

answer change_password(auth_services& parts, http_request& request) {
    if (const auto may = by_session_only(request); !may)
        co_return problem_response(may.error());
    const auto body = json_body::parse(request.body);
    if (!body)
        co_return problem_response(body.error());
    const auto old_password = body->text("old_password");
    if (!old_password)
        co_return problem_response(old_password.error());
    const auto new_password = read_new_password(*body, "new_password");
    if (!new_password)
        co_return problem_response(new_password.error());
    if (const auto unknown = body->unknown_field())
        co_return problem_response(*unknown);
    const auto turn = co_await parts.passwords.enter(address_key(request.client));
    if (!turn)
        co_return problem_response(turn.error());
    auto attempt = parts.guesses.begin(request, request.user->email);
    if (!attempt)
        co_return problem_response(attempt.error());
    auto find = [id = request.user->id](SQLite::Database& db) { return user_store(db).find(id); };
    const auto known = co_await parts.database.run(std::move(find));
    bool right = false;
    if (known)
        right = co_await parts.passwords.verify(*old_password, known->password_hash);
    if (!right)
        co_return problem_response(wrong_old_password);
    attempt->succeeded();
    auto hash = co_await parts.passwords.hash(*new_password);
    auto store = [known = *known, hash = std::move(hash), token = request.token_hash,
                  now = parts.now()](SQLite::Database& db) {
        return user_store(db).change_password(known, hash, token, now);
    };
    const bool changed = co_await parts.database.run(std::move(store));
    co_return changed ? no_content() : problem_response(wrong_old_password);
}

}  // namespace

std::vector<route> auth_routes(auth_services parts) {
    const auto with = handlers_over(std::move(parts));
    constexpr auto small = route_body::small;
    return {
        {verb::post, "/auth/register", route_access::own_page, small, "Create an account",
         with(register_account)},
        {verb::get, "/auth/me", route_access::signed_in, small, "Who one is", with(me)},
        {verb::post, "/auth/logout", route_access::signed_in, small, "End this session", with(logout)},
        {verb::post, "/auth/password", route_access::signed_in, small, "Change one's password",
         with(change_password)},
    };
}

}  // namespace examwright
