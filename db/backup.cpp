#include "db/backup.hpp"

#include <SQLiteCpp/Statement.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "db/flush.hpp"

namespace examwright {

namespace {

/// A copy that carried the state of a replication would be taken for the database that it was made of.
void drop_replication_state(const std::filesystem::path& file) {
    SQLite::Database copy(file.string(), SQLite::OPEN_READWRITE);
    std::vector<std::string> names;
    SQLite::Statement tables(copy,
                             "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE "
                             "'\\_litestream\\_%' ESCAPE '\\'");
    while (tables.executeStep())
        names.push_back(tables.getColumn(0).getString());
    tables.reset();
    for (const auto& name : names)
        copy.exec("DROP TABLE \"" + name + "\"");
}

void require_whole(const std::filesystem::path& file) {
    SQLite::Database copy(file.string(), SQLite::OPEN_READONLY);
    const auto found = copy.execAndGet("PRAGMA integrity_check").getString();
    if (found != "ok")
        throw std::runtime_error("the copy is damaged: " + found);
}

}  // namespace

void write_backup(SQLite::Database& database, const std::filesystem::path& copy) {
    database.exec("PRAGMA query_only = OFF");  // to SQLite the copy is a write like any other
    SQLite::Statement vacuum(database, "VACUUM INTO ?1");
    vacuum.bind(1, copy.string());
    vacuum.exec();
    drop_replication_state(copy);
    require_whole(copy);
    flush_to_disk(copy);
}

}  // namespace examwright
