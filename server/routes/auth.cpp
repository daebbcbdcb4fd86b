#include "server/routes/auth.hpp"

#include <openssl/crypto.h>

#include <boost/json/object.hpp>
#include <chrono>
#include <optional>
#include <utility>

#include "db/session_store.hpp"
#include "db/user_store.hpp"
#include "server/accounts/account_rules.hpp"
#include "server/accounts/login_guard.hpp"
#include "server/http/handlers.hpp"
#include "server/http/json_body.hpp"
#include "server/runtime/token.hpp"

namespace examwright {

namespace asio = boost::asio;
namespace json = boost::json;
using boost::beast::http::verb;
using answer = asio::awaitable<http_response>;

namespace {

constexpr auto session_length = std::chrono::hours(24 * 30);

/// What the handlers share.
struct auth_state : auth_routes_parts {
    explicit auth_state(auth_routes_parts parts) : auth_routes_parts(std::move(parts)) {}
    login_guard guesses;
};

result<std::string> read_email(const json_body& body) {
    auto email = body.text("email");
    return email ? checked_email(std::move(*email)) : email;
}

result<std::string> read_new_password(const json_body& body, std::string_view name) {
    auto password = body.text(name);
    return password ? checked_password(std::move(*password), name) : password;
}

const problem no_such_account{problem_kind::unauthorized,
                              "There is no account with this e-mail and password."};

problem forbidden(std::string detail) {
    return {problem_kind::forbidden, std::move(detail)};
}

bool same_secret(std::string_view left, std::string_view right) {
    return left.size() == right.size() && CRYPTO_memcmp(left.data(), right.data(), left.size()) == 0;
}

/// Whether an account may be made now, by what is known of the server and the request.
result<void> may_register(const auth_routes_parts& parts, const json_body& body, std::int64_t accounts) {
    if (parts.mode == registration::closed)
        return forbidden("Registration is closed. Ask the server's owner for an account.");
    if (accounts > 0)
        return parts.mode == registration::open
                   ? result<void>{}
                   : forbidden(
                         "Only the first account registers itself. Ask the server's owner for an account.");
    if (parts.setup_token.empty())
        return {};
    const auto shown = body.optional_text("setup_token");
    if (!shown)
        return shown.error();
    if (!same_secret(shown->value_or(""), parts.setup_token))
        return forbidden(
            "The first account needs the set-up token that the server printed at its start: "
            "send it as setup_token.");
    return {};
}

/// A page of any site can post a form, though not JSON, to a server on its visitor's machine, and be faster
/// than the owner. Browsers tell where a request comes from (W3C, Fetch Metadata Request Headers).
bool posted_by_another_site(const http_request& request) {
    const std::string_view from = request.headers["Sec-Fetch-Site"];
    const std::string_view type = request.headers["Content-Type"];
    return !from.empty() && from != "same-origin" && from != "none" && !type.starts_with("application/json");
}

answer register_account(auth_state& parts, http_request& request) {
    if (posted_by_another_site(request))
        co_return problem_response(forbidden("A page of another site sent this. Nobody was registered."));
    const auto body = json_body::parse(request.body);
    if (!body)
        co_return problem_response(body.error());
    const auto email = read_email(*body);
    if (!email)
        co_return problem_response(email.error());
    const auto password = read_new_password(*body, "password");
    if (!password)
        co_return problem_response(password.error());
    auto count = [](SQLite::Database& db) { return user_store(db).count(); };
    const auto accounts = co_await parts.database.run(std::move(count));
    const auto allowed = may_register(parts, *body, accounts);
    if (!allowed)
        co_return problem_response(allowed.error());
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

/// False where the password has been changed, or the account removed, since it was verified: a new password
/// ends the sessions of the old one, those of this instant too.
bool begin_session(SQLite::Database& db, const user_credentials& verified, const std::string& token_hash,
                   timestamp now) {
    const auto still = user_store(db).find(verified.user.id);
    if (!still || still->password_hash != verified.password_hash)
        return false;
    session_store sessions(db);
    sessions.remove_expired(now);
    sessions.create(verified.user.id, token_hash, now, now + session_length);
    return true;
}

/// Moves an account of the old service, whose password this is, to our kind of hash. Returns what the account
/// has then; nothing, where its password has been changed meanwhile.
asio::awaitable<std::optional<user_credentials>> renew_hash(auth_state& parts, user_credentials known,
                                                            std::string password) {
    auto hash = co_await parts.passwords.hash(password);
    auto store = [known = std::move(known), hash](SQLite::Database& db) {
        user_store users(db);
        users.renew_password_hash(known.user.id, known.password_hash, hash);
        return users.find(known.user.id);
    };
    auto current = co_await parts.database.run(std::move(store));
    if (!current || current->password_hash == hash)
        co_return current;
    // Another login was first, perhaps.
    const bool same = co_await parts.passwords.verify(std::move(password), current->password_hash);
    if (!same)
        current.reset();
    co_return current;
}

answer login(auth_state& parts, http_request& request) {
    const auto body = json_body::parse(request.body);
    if (!body)
        co_return problem_response(body.error());
    const auto email = body->text("email");
    if (!email)
        co_return problem_response(email.error());
    const auto password = body->text("password");
    if (!password)
        co_return problem_response(password.error());
    if (const auto wait = parts.guesses.wait(request, *email, parts.now()))
        co_return too_many_guesses(*wait);
    auto find = [email = *email](SQLite::Database& db) { return user_store(db).find_by_email(email); };
    auto known = co_await parts.database.run(std::move(find));
    bool right = false;
    if (known)
        right = co_await parts.passwords.verify(*password, known->password_hash);
    else
        right = co_await parts.passwords.verify_nobody(*password);
    if (const auto wait =
            parts.guesses.wait(request, *email, parts.now()))  // of many at once no more count than else
        co_return too_many_guesses(*wait);
    if (!right) {
        parts.guesses.failed(request, *email, parts.now());
        co_return problem_response(no_such_account);
    }
    parts.guesses.succeeded(*email);
    if (password_hasher::is_outdated(known->password_hash))
        known = co_await renew_hash(parts, *known, *password);
    if (!known)
        co_return problem_response(no_such_account);
    const std::string token = new_token();
    auto store = [verified = *known, hash = sha256_hex(token), now = parts.now()](SQLite::Database& db) {
        return begin_session(db, verified, hash, now);
    };
    const bool begun = co_await parts.database.run(std::move(store));
    if (!begun)
        co_return problem_response(no_such_account);
    co_return json_response(
        200, json::object{
                 {"access_token", token},
                 {"token_type", "bearer"},
                 {"expires_in", std::chrono::duration_cast<std::chrono::seconds>(session_length).count()}});
}

answer me(auth_state&, http_request& request) {
    co_return json_response(200, user_json(*request.user));
}

answer logout(auth_state& parts, http_request& request) {
    auto remove = [hash = request.token_hash](SQLite::Database& db) { session_store(db).remove(hash); };
    co_await parts.database.run(std::move(remove));
    co_return no_content();
}

answer change_password(auth_state& parts, http_request& request) {
    const auto body = json_body::parse(request.body);
    if (!body)
        co_return problem_response(body.error());
    const auto old_password = body->text("old_password");
    if (!old_password)
        co_return problem_response(old_password.error());
    const auto new_password = read_new_password(*body, "new_password");
    if (!new_password)
        co_return problem_response(new_password.error());
    const auto& email = request.user->email;
    if (const auto wait = parts.guesses.wait(request, email, parts.now()))
        co_return too_many_guesses(*wait);
    auto find = [id = request.user->id](SQLite::Database& db) { return user_store(db).find(id); };
    const auto known = co_await parts.database.run(std::move(find));
    bool right = false;
    if (known)
        right = co_await parts.passwords.verify(*old_password, known->password_hash);
    if (!right) {
        parts.guesses.failed(request, email, parts.now());
        co_return problem_response(invalid("old_password is not the account's password"));
    }
    auto hash = co_await parts.passwords.hash(*new_password);
    auto store = [id = request.user->id, hash = std::move(hash), token = request.token_hash,
                  now = parts.now()](SQLite::Database& db) {
        user_store(db).set_password_hash(id, hash, now);
        session_store(db).remove_others(id, token);
    };
    co_await parts.database.run(std::move(store));
    co_return no_content();
}

}  // namespace

std::vector<route> auth_routes(auth_routes_parts parts) {
    const auto with = handlers_over(auth_state(std::move(parts)));
    constexpr auto small = route_body::small;
    return {
        {verb::post, "/auth/register", route_access::open, small, "Create an account",
         with(register_account)},
        {verb::post, "/auth/login", route_access::open, small, "Get a token", with(login)},
        {verb::get, "/auth/me", route_access::signed_in, small, "Who one is", with(me)},
        {verb::post, "/auth/logout", route_access::signed_in, small, "End this session", with(logout)},
        {verb::post, "/auth/password", route_access::signed_in, small, "Change one's password",
         with(change_password)},
    };
}

}  // namespace examwright
