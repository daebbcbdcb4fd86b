#include "server/routes/admin.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <system_error>
#include <utility>

#include "db/user_store.hpp"
#include "server/accounts/account_rules.hpp"
#include "server/accounts/login_guard.hpp"
#include "server/http/handlers.hpp"
#include "server/http/json_body.hpp"
#include "server/http/paging.hpp"
#include "server/routes/document_upload.hpp"
#include "server/runtime/run_on.hpp"

namespace examwright {

namespace asio = boost::asio;
namespace json = boost::json;
using boost::beast::http::verb;
using answer = asio::awaitable<http_response>;

namespace {

const problem no_such_user = not_found("There is no such user.");

answer list(admin_routes_parts& parts, http_request& request) {
    const auto page = read_page(request);
    if (!page)
        co_return problem_response(page.error());
    auto read = [page = *page](SQLite::Database& db) { return user_store(db).list(page); };
    const auto users = co_await parts.database.run(std::move(read));
    json::array items;
    for (const auto& each : users.items)
        items.push_back(user_json(each));
    co_return json_response(200, json::object{{"items", std::move(items)}, {"total", users.total}});
}

asio::awaitable<bool> exists(admin_routes_parts& parts, const std::string& id) {
    auto find = [id](SQLite::Database& db) { return user_store(db).find(id).has_value(); };
    co_return co_await parts.database.run(std::move(find));
}

result<std::string> read_role(const std::string& text) {
    const auto body = json_body::parse(text);
    if (!body)
        return body.error();
    auto role = body->text("role");
    if (auto unknown = body->unknown_field())
        return std::move(*unknown);
    return role ? checked_role(std::move(*role)) : role;
}

result<std::string> read_password(const std::string& text) {
    const auto body = json_body::parse(text);
    if (!body)
        return body.error();
    auto password = body->text("new_password");
    if (auto unknown = body->unknown_field())
        return std::move(*unknown);
    return password ? checked_password(std::move(*password), "new_password") : password;
}

struct new_account {
    std::string email, password, role;
};

result<new_account> read_account(const std::string& text) {
    const auto body = json_body::parse(text);
    if (!body)
        return body.error();
    auto email = body->text("email");
    if (email)
        email = checked_email(std::move(*email));
    auto password = body->text("password");
    if (password)
        password = checked_password(std::move(*password), "password");
    auto role = body->optional_text("role");
    if (auto unknown = body->unknown_field())
        return std::move(*unknown);
    if (!email)
        return email.error();
    if (!role)
        return role.error();
    auto checked = checked_role(role->value_or("faculty"));
    if (!checked)
        return checked.error();
    if (!password)
        return password.error();
    return new_account{std::move(*email), std::move(*password), std::move(*checked)};
}

answer add(admin_routes_parts& parts, http_request& request) {
    const auto account = read_account(request.body);
    if (!account)
        co_return problem_response(account.error());
    const auto turn = co_await parts.passwords.enter(address_key(request.client));
    if (!turn)
        co_return problem_response(turn.error());
    auto hash = co_await parts.passwords.hash(account->password);
    auto write = [account = *account, hash = std::move(hash), now = parts.now()](SQLite::Database& db) {
        return user_store(db).create(account.email, hash, account.role, now);
    };
    const auto user = co_await parts.database.run(std::move(write));
    co_return user ? json_response(201, user_json(*user)) : problem_response(user.error());
}

answer set_role(admin_routes_parts& parts, http_request& request) {
    const bool known = co_await exists(parts, request.path_values[0]);
    if (!known)
        co_return problem_response(no_such_user);
    const auto role = read_role(request.body);
    if (!role)
        co_return problem_response(role.error());
    auto write = [id = request.path_values[0], role = *role, now = parts.now()](SQLite::Database& db) {
        return user_store(db).set_role(id, role, now);
    };
    const auto user = co_await parts.database.run(std::move(write));
    co_return user ? json_response(200, user_json(*user)) : problem_response(user.error());
}

/// Ends the user's sessions, too: the password may have been in the wrong hands.
answer set_password(admin_routes_parts& parts, http_request& request) {
    if (const auto may = by_session_only(request); !may)
        co_return problem_response(may.error());
    const bool known = co_await exists(parts, request.path_values[0]);
    if (!known)
        co_return problem_response(no_such_user);
    const auto password = read_password(request.body);
    if (!password)
        co_return problem_response(password.error());
    const auto turn = co_await parts.passwords.enter(address_key(request.client));
    if (!turn)
        co_return problem_response(turn.error());
    auto hash = co_await parts.passwords.hash(*password);
    auto write = [id = request.path_values[0], hash = std::move(hash), now = parts.now()](
                     SQLite::Database& db) { return user_store(db).reset_password(id, hash, now); };
    const bool set = co_await parts.database.run(std::move(write));
    co_return set ? no_content() : problem_response(no_such_user);
}

answer remove(admin_routes_parts& parts, http_request& request) {
    const auto& id = request.path_values[0];
    auto erase = [id](SQLite::Database& db) { return user_store(db).remove(id); };
    const auto removed = co_await parts.database.run(std::move(erase));
    if (!removed)
        co_return problem_response(removed.error());
    for (const auto& document : *removed)
        parts.on_delete(document);
    auto unlink = [folder = parts.data_folder, documents = *removed] {
        std::error_code missing_already;
        for (const auto& document : documents)
            std::filesystem::remove(folder / upload_path(document), missing_already);
    };
    co_await run_on(parts.workers, std::move(unlink));
    co_return no_content();
}

}  // namespace

std::vector<route> admin_routes(admin_routes_parts parts) {
    const auto with = handlers_over(std::move(parts));
    constexpr auto admin = route_access::admin;
    constexpr auto small = route_body::small;
    return {
        {verb::get, "/admin/users", admin, small, "The accounts of this server", with(list)},
        {verb::post, "/admin/users", admin, small, "Make an account for somebody", with(add)},
        {verb::patch, "/admin/users/{id}", admin, small, "Make a user an admin, or no admin", with(set_role)},
        {verb::post, "/admin/users/{id}/password", admin, small, "Set a user's password", with(set_password)},
        {verb::delete_, "/admin/users/{id}", admin, small, "Remove a user with all that is theirs",
         with(remove)},
    };
}

}  // namespace examwright
