#include "server/routes/usage.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <charconv>
#include <chrono>
#include <fstream>
#include <iterator>
#include <optional>
#include <system_error>
#include <utility>

#include "db/backup.hpp"
#include "db/database.hpp"
#include "db/spending_store.hpp"
#include "server/http/attachment.hpp"
#include "server/http/handlers.hpp"
#include "server/runtime/run_on.hpp"

namespace examwright {

namespace asio = boost::asio;
namespace fs = std::filesystem;
namespace json = boost::json;
using boost::beast::http::verb;
using answer = asio::awaitable<http_response>;

namespace {

constexpr auto usual_period = std::chrono::days(29);  // and today

std::optional<int> number_of(std::string_view digits) {
    int number = 0;
    const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return parsed.ec == std::errc() && parsed.ptr == digits.data() + digits.size() ? std::optional(number)
                                                                                   : std::nullopt;
}

/// "2026-11-28", and a day of the calendar.
bool is_day(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return false;
    const auto year = number_of(text.substr(0, 4));
    const auto month = number_of(text.substr(5, 2));
    const auto day = number_of(text.substr(8, 2));
    return year && month && day && *month > 0 && *day > 0 &&
           std::chrono::year_month_day(std::chrono::year(*year),
                                       std::chrono::month(static_cast<unsigned>(*month)),
                                       std::chrono::day(static_cast<unsigned>(*day)))
               .ok();
}

result<std::string> read_day(const http_request& request, std::string_view name, timestamp otherwise) {
    const auto given = request.query_value(name);
    if (!given)
        return to_rfc3339(otherwise).substr(0, 10);
    if (!is_day(*given))
        return invalid(std::string(name) + " must be a day such as 2026-11-28");
    return std::string(*given);
}

answer show_usage(usage_routes_parts& parts, http_request& request) {
    const auto now = parts.now();
    const auto from = read_day(request, "from", now - usual_period);
    if (!from)
        co_return problem_response(from.error());
    const auto to = read_day(request, "to", now);
    if (!to)
        co_return problem_response(to.error());
    auto read = [from = *from, to = *to](SQLite::Database& db) {
        return spending_store(db).between(from, to);
    };
    const auto days = co_await parts.database.run(std::move(read));
    json::array items;
    for (const auto& each : days)
        items.push_back(json::object{{"day", each.day},
                                     {"user_id", each.user_id},
                                     {"calls", each.calls},
                                     {"input_tokens", each.input_tokens},
                                     {"output_tokens", each.output_tokens},
                                     {"cost_usd", each.cost_usd}});
    co_return json_response(200, json::object{{"days", std::move(items)}});
}

/// The copy's bytes. Its file is gone afterwards.
std::string read_backup(const fs::path& database_file, const fs::path& folder) {
    const auto copy = folder / ("backup-" + new_id());
    struct removal {
        const fs::path& path;
        ~removal() {
            std::error_code gone_already;
            fs::remove(path, gone_already);
        }
    } const at_the_end{copy};
    auto database = open_reader(database_file);
    write_backup(database, copy);
    std::ifstream file(copy, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

answer download_backup(usage_routes_parts& parts, http_request&) {
    auto work = [file = parts.database_file, folder = parts.data_folder] {
        return read_backup(file, folder);
    };
    http_response response;
    response.body = co_await run_on(parts.workers, std::move(work));
    response.content_type = "application/vnd.sqlite3";
    const auto name = "examwright " + to_rfc3339(parts.now()).substr(0, 10);
    response.headers.emplace_back("Content-Disposition", attachment(name, "db"));
    co_return response;
}

}  // namespace

std::vector<route> usage_routes(usage_routes_parts parts) {
    const auto with = handlers_over(std::move(parts));
    constexpr auto admin = route_access::admin;
    constexpr auto small = route_body::small;
    return {
        {verb::get, "/admin/usage", admin, small, "What the days' calls came to, by user", with(show_usage)},
        {verb::get, "/admin/backup", admin, small, "The database as a file", with(download_backup)},
    };
}

}  // namespace examwright
