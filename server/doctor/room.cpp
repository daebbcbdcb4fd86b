#include <SQLiteCpp/Database.h>

#include <cstdio>
#include <filesystem>

#include "db/statement.hpp"
#include "server/config/data_folder.hpp"
#include "server/doctor/checks.hpp"

namespace examwright {

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t much_unused = 50'000'000;  // bytes, from which on giving them back is worth a stop

std::string in_megabytes(std::int64_t bytes) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f MB", static_cast<double>(bytes) / 1e6);
    return text;
}

std::int64_t size_of(const fs::path& file) {
    std::error_code missing;
    const auto size = fs::file_size(file, missing);
    return missing ? 0 : static_cast<std::int64_t>(size);
}

std::int64_t bytes_in(const fs::path& folder, std::int64_t& files) {
    std::int64_t sum = 0;
    std::error_code unreadable;
    for (const auto& entry : fs::directory_iterator(folder, unreadable)) {
        sum += size_of(entry.path());
        ++files;
    }
    return sum;
}

std::int64_t length_of(SQLite::Database& database, const std::string& column, const std::string& table) {
    return integer(database, "SELECT coalesce(sum(length(CAST(" + column + " AS BLOB))), 0) FROM " + table);
}

finding tell_room(SQLite::Database& database, const config& settings) {
    const auto page = integer(database, "PRAGMA page_size");
    const auto unused = integer(database, "PRAGMA freelist_count") * page;
    const auto file = settings.database_file();
    const auto whole = size_of(file) + size_of(file.string() + "-wal");
    std::int64_t files = 0;
    const auto uploads = bytes_in(settings.uploads(), files);
    const auto detail =
        "database " + in_megabytes(whole) + ": texts of documents " +
        in_megabytes(length_of(database, "extracted_text", "documents")) + ", replies of running tests " +
        in_megabytes(length_of(database, "reply", "claude_calls")) + ", unused " + in_megabytes(unused) +
        "; uploads " + in_megabytes(uploads) + " in " + std::to_string(files) + " files";
    if (unused > much_unused && unused > whole / 4)
        return warning_finding("room", detail, "Stop the server, and run: examwright backup FILE --compact");
    return ok_finding("room", detail);
}

}  // namespace

findings check_room(const config& settings) {
    std::error_code unknown;
    if (!fs::exists(settings.database_file(), unknown))
        return {ok_finding("room", "nothing is stored yet")};
    try {
        auto database = open_to_read(settings.data);
        return {tell_room(database, settings)};
    } catch (const std::exception&) {
        return {};  // that the database can't be read is told by its own check
    }
}

}  // namespace examwright
