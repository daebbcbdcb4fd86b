#include "server/accounts/header_login.hpp"

#include <SQLiteCpp/Database.h>

#include <iterator>
#include <utility>

#include "db/user_store.hpp"
#include "server/accounts/account_rules.hpp"

namespace examwright {

namespace asio = boost::asio;

namespace {

constexpr const char* no_password = "!";  // is no hash, so that no password fits

result<user_record> find_or_create(SQLite::Database& database, const std::string& email, bool open,
                                   timestamp now) {
    user_store users(database);
    if (auto known = users.find_by_email(email))
        return std::move(known->user);
    if (!open)
        return problem{problem_kind::forbidden,
                       "You are logged in as " + email +
                           ", but there is no account of that name here. Ask the server's owner for one."};
    return users.create(email, no_password, "faculty", now);
}

}  // namespace

asio::awaitable<result<std::optional<user_record>>> header_login::find_user(const http_request& request) {
    const auto [begin, end] = request.headers.equal_range(header);
    if (begin == end)
        co_return std::optional<user_record>();
    if (std::next(begin) != end)
        co_return invalid("The header " + header + " comes twice, so it is not plain who sent this.");
    auto email = checked_email(std::string(begin->value()));
    if (!email)
        co_return invalid("The proxy's header " + header + " holds no e-mail address.");
    auto find = [email = std::move(*email), may_create = open, at = now()](SQLite::Database& db) {
        return find_or_create(db, email, may_create, at);
    };
    auto found = co_await database.run(std::move(find));
    if (!found)
        co_return found.error();
    co_return std::optional(std::move(*found));
}

}  // namespace examwright
