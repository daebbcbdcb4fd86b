#include "server/accounts/sign_in.hpp"

#include <optional>
#include <utility>

#include "db/session_store.hpp"
#include "db/user_store.hpp"
#include "server/http/json_body.hpp"
#include "server/runtime/token.hpp"

namespace examwright {

namespace asio = boost::asio;

namespace {

const problem no_such_account{problem_kind::unauthorized,
                              "There is no account with this e-mail and password."};

struct login {
    std::string email;
    std::string password;
};

result<login> read_login(const std::string& text) {
    const auto body = json_body::parse(text);
    if (!body)
        return body.error();
    auto email = body->text("email");
    if (!email)
        return email.error();
    auto password = body->text("password");
    if (!password)
        return password.error();
    if (auto unknown = body->unknown_field())
        return std::move(*unknown);
    return login{std::move(*email), std::move(*password)};
}

/// Moves an account of the old service, whose password this is, to our kind of hash. Returns what the account
/// has then; nullopt where its password has been changed meanwhile.
asio::awaitable<std::optional<user_credentials>> renew_hash(sign_in_services& services,
                                                            user_credentials known, std::string password) {
    auto hash = co_await services.passwords.hash(password);
    auto store = [known = std::move(known), hash](SQLite::Database& db) {
        user_store users(db);
        users.renew_password_hash(known.user.id, known.password_hash, hash);
        return users.find(known.user.id);
    };
    auto current = co_await services.database.run(std::move(store));
    if (!current || current->password_hash == hash)
        co_return current;
    // Another login was first, perhaps.
    const bool same = co_await services.passwords.verify(std::move(password), current->password_hash);
    if (!same)
        current.reset();
    co_return current;
}

/// The account whose password this is; a problem where there is none, after as long a time.
asio::awaitable<result<user_credentials>> verify(sign_in_services& services, const http_request& request,
                                                 login given) {
    auto find = [email = given.email](SQLite::Database& db) { return user_store(db).find_by_email(email); };
    const auto turn = co_await services.passwords.enter(address_key(request.client));
    if (!turn)
        co_return turn.error();
    auto attempt = services.guesses.begin(request, given.email);
    if (!attempt)
        co_return attempt.error();
    auto known = co_await services.database.run(std::move(find));
    bool right = false;
    if (known)
        right = co_await services.passwords.verify(given.password, known->password_hash);
    else
        right = co_await services.passwords.verify_nobody(given.password);
    if (!right)
        co_return no_such_account;
    attempt->succeeded();
    if (password_hasher::is_outdated(known->password_hash))
        known = co_await renew_hash(services, *known, given.password);
    if (!known)
        co_return no_such_account;
    co_return std::move(*known);
}

}  // namespace

asio::awaitable<result<std::string>> sign_in(sign_in_services& services, const http_request& request) {
    auto given = read_login(request.body);
    if (!given)
        co_return given.error();
    auto verified = co_await verify(services, request, std::move(*given));
    if (!verified)
        co_return verified.error();
    const std::string token = new_token();
    auto store = [verified = std::move(*verified), hash = sha256_hex(token),
                  now = services.now()](SQLite::Database& db) {
        session_store sessions(db);
        sessions.remove_expired(now);
        return sessions.create(verified.user.id, verified.password_hash, hash, now, now + session_length);
    };
    const bool begun = co_await services.database.run(std::move(store));
    if (!begun)
        co_return no_such_account;
    co_return token;
}

}  // namespace examwright
