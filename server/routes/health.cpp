#include "server/routes/health.hpp"

#include <unistd.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/json/object.hpp>
#include <chrono>
#include <exception>
#include <memory>
#include <string>
#include <system_error>
#include <utility>

#include "server/http/handlers.hpp"
#include "server/runtime/version.hpp"

namespace examwright {

namespace asio = boost::asio;
namespace json = boost::json;
using boost::beast::http::verb;
using answer = asio::awaitable<http_response>;

namespace {

constexpr std::chrono::seconds longest_wait{2};  // for the database thread
constexpr std::chrono::seconds come_back{5};
constexpr std::uintmax_t least_room = 16 * 1024 * 1024;  // bytes on the disk

problem not_ready(std::string why) {
    return {problem_kind::unavailable, std::move(why), come_back};
}

/// What keeps the server from its work, if anything. On the database thread.
result<void> look(SQLite::Database& database, const std::filesystem::path& folder) {
    try {
        database.execAndGet("SELECT count(*) FROM alembic_version");
    } catch (const SQLite::Exception&) {
        return not_ready("The database can't be read.");
    }
    if (access(folder.c_str(), W_OK) != 0)
        return not_ready("The data folder can't be written to.");
    std::error_code unknown;
    const auto room = std::filesystem::space(folder, unknown).available;
    if (!unknown && room < least_room)
        return not_ready("The disk of the data folder is full.");
    return {};
}

/// Filled in by a coroutine that whoever waits for it may leave behind.
struct readiness {
    explicit readiness(const asio::any_io_executor& executor) : made(executor, longest_wait) {}
    asio::steady_timer made;
    result<void> what = not_ready("The database does not answer.");
};

asio::awaitable<void> find_out(health_routes_parts& parts, std::shared_ptr<readiness> into) {
    auto work = [folder = parts.data_folder](SQLite::Database& database) { return look(database, folder); };
    auto seen = co_await parts.database.run(std::move(work));
    into->what = std::move(seen);
}

answer ready(health_routes_parts& parts, http_request&) {
    if (parts.stopping())
        co_return problem_response(not_ready("The server is stopping."));
    const auto executor = co_await asio::this_coro::executor;
    const auto found = std::make_shared<readiness>(executor);
    // Where nothing was found out, what stands there already is what there is to say.
    auto on_end = [found](std::exception_ptr) { found->made.cancel(); };
    auto task = find_out(parts, found);
    asio::co_spawn(executor, std::move(task), std::move(on_end));
    boost::system::error_code woken;
    auto token = asio::redirect_error(asio::use_awaitable, woken);
    co_await found->made.async_wait(token);
    co_return found->what ? json_response(200, json::object{{"status", "ready"}})
                          : problem_response(found->what.error());
}

answer alive(health_routes_parts&, http_request&) {
    co_return json_response(
        200, json::object{{"status", "ok"}, {"name", "examwright"}, {"version", product_version()}});
}

}  // namespace

std::vector<route> health_routes(health_routes_parts parts) {
    const auto with = handlers_over(std::move(parts));
    constexpr auto open = route_access::open;
    constexpr auto small = route_body::small;
    return {
        {verb::get, "/health", open, small, "Whether the server lives", with(alive)},
        {verb::get, "/health/ready", open, small, "Whether it can do its work", with(ready)},
    };
}

}  // namespace examwright
