#include "db/backup.hpp"

#include <SQLiteCpp/Statement.h>

#include <stdexcept>
#include <string>

#include "db/flush.hpp"

namespace examwright {

namespace {

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
    require_whole(copy);
    flush_to_disk(copy);
}

}  // namespace examwright
