#include <SQLiteCpp/Statement.h>

#include <optional>

#include "core/timestamp.hpp"
#include "db/migrator.hpp"
#include "db/statement.hpp"
#include "server/config/data_folder.hpp"
#include "server/doctor/checks.hpp"

namespace examwright {

namespace {

constexpr auto silence = std::chrono::minutes(20);  // after which a test counts as stale

finding check_schema(SQLite::Database& database) {
    const auto version = migrator(database).current();
    if (version == migrator::newest())
        return ok_finding("schema", version + ", the newest");
    return warning_finding("schema",
                           (version.empty() ? "none" : version) + " of " + std::string(migrator::newest()),
                           "Make a backup; the next start of serve moves it up.");
}

finding check_unfinished(SQLite::Database& database, timestamp now) {
    const std::string unfinished =
        "SELECT count(*) FROM generated_tests WHERE status IN ('pending', 'generating')";
    const auto all = integer(database, unfinished);
    const auto silent = integer(database, unfinished + " AND updated_at < ?1", to_sql(now - silence));
    if (silent == 0)
        return ok_finding("unfinished tests", std::to_string(all));
    return warning_finding("unfinished tests",
                           std::to_string(all) + ", of which " + std::to_string(silent) +
                               " have given no sign of life for 20 minutes",
                           "Start the server: it takes them up, or ends them.");
}

bool has_database(const config& settings) {
    std::error_code unknown;
    return std::filesystem::status(settings.database_file(), unknown).type() !=
           std::filesystem::file_type::not_found;
}

}  // namespace

findings check_database(const config& settings, timestamp now) {
    if (!has_database(settings))
        return {ok_finding("schema", "there is no database yet; serve makes it")};
    findings found;
    try {
        auto database = open_to_read(settings.data);
        found.push_back(check_schema(database));
        found.push_back(check_unfinished(database, now));
    } catch (const schema_error& error) {
        found.push_back(
            error_finding("schema", error.what(), "Use the program that made it, or restore a backup."));
    } catch (const std::exception& error) {
        found.push_back(error_finding("database", error.what(), "Run this as the server's user."));
    }
    return found;
}

findings check_clock(const config& settings, timestamp now) {
    const auto shown = to_rfc3339(now).substr(0, 19) + "Z";
    if (!has_database(settings))
        return {ok_finding("clock", shown)};
    try {
        auto database = open_to_read(settings.data);
        const auto last = database.execAndGet(
            "SELECT max(at) FROM (SELECT max(updated_at) AS at FROM generated_tests UNION "
            "ALL SELECT max(updated_at) FROM users)");
        const auto latest = last.isNull() ? std::nullopt : parse_sql(last.getString());
        if (latest && *latest > now + std::chrono::minutes(1))
            return {error_finding("clock",
                                  shown + " is before " + to_rfc3339(*latest) + ", which the database holds",
                                  "Set the clock, and keep it by NTP.")};
    } catch (const std::exception&) {
        return {ok_finding("clock", shown)};  // that the database can't be read is told by its own check
    }
    return {ok_finding("clock", shown)};
}

}  // namespace examwright
