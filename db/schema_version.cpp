#include "db/schema_version.hpp"

#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include <algorithm>
#include <optional>
#include <set>

namespace examwright {

namespace {

constexpr std::string_view first_of_ours = "007";

/// Without SQLite's own tables and those of Litestream, which replicates the file.
std::set<std::string> table_names(SQLite::Database& database) {
    try {
        SQLite::Statement query(database,
                                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE "
                                "'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_litestream\\_%' ESCAPE '\\'");
        std::set<std::string> names;
        while (query.executeStep())
            names.insert(query.getColumn(0).getString());
        return names;
    } catch (const SQLite::Exception& error) {
        if (error.getErrorCode() == SQLITE_NOTADB)
            throw schema_error(database.getFilename() + " is not an SQLite database.");
        throw;
    }
}

bool has_column(SQLite::Database& database, const char* table, const char* column) {
    SQLite::Statement query(database, "SELECT 1 FROM pragma_table_info(?) WHERE name = ?");
    query.bind(1, table);
    query.bind(2, column);
    return query.executeStep();
}

/// The number that a version begins with: "007", and "006" of "006_drop_batch_id". Other revisions (Alembic
/// also has random ones) say nothing.
std::optional<std::string> recorded_number(SQLite::Database& database) {
    SQLite::Statement query(database, "SELECT max(version_num) FROM alembic_version");
    if (!query.executeStep())
        return std::nullopt;
    const std::string version = query.getColumn(0).getString();
    const std::string number = version.substr(0, version.find('_'));
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (number.size() != first_of_ours.size() || !std::ranges::all_of(number, is_digit))
        return std::nullopt;
    return number;
}

}  // namespace

std::string read_schema_version(SQLite::Database& database, std::string_view newest) {
    auto tables = table_names(database);
    if (tables.contains("alembic_version")) {
        const auto number = recorded_number(database);
        if (number && *number > newest)
            throw schema_error(database.getFilename() + " has schema version " + *number +
                               ", and this examwright knows versions up to " + std::string(newest) +
                               " only. Start it with a newer examwright.");
        if (number && *number >= first_of_ours && tables.contains("claude_calls"))
            return *number;
        tables.erase("alembic_version");
    }
    if (tables.empty())
        return "";
    for (const char* table : {"users", "topic_list", "documents", "generated_tests", "questions"})
        if (!tables.contains(table))
            throw schema_error(database.getFilename() + " is not a database of Examwright: the table " +
                               table + " is missing.");
    if (tables.contains("claude_calls"))
        throw schema_error(database.getFilename() +
                           " has tables of Examwright, but its table alembic_version does not tell which "
                           "version they have. Restore it from a backup.");
    if (!has_column(database, "generated_tests", "questions_generated"))
        throw schema_error(database.getFilename() +
                           " is older than revision 005. Bring it there with the old service first.");
    return has_column(database, "generated_tests", "batch_id") ? "005" : "006";
}

void write_schema_version(SQLite::Database& database, std::string_view version) {
    database.exec(
        "CREATE TABLE IF NOT EXISTS alembic_version (version_num VARCHAR(32) NOT NULL, "
        "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))");
    database.exec("DELETE FROM alembic_version");
    SQLite::Statement insert(database, "INSERT INTO alembic_version VALUES (?)");
    insert.bind(1, std::string(version));
    insert.exec();
}

}  // namespace examwright
