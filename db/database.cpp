#include "db/database.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <SQLiteCpp/Exception.h>

#include <boost/uuid/random_generator.hpp>
#include <boost/uuid/uuid_io.hpp>
#include <cerrno>
#include <system_error>

#include "db/migrations.hpp"
#include "db/schema_version.hpp"

namespace examwright {

namespace fs = std::filesystem;

namespace {

/// SQLite gives the files beside the database (WAL, shared memory) the same mode.
void create_private_file(const fs::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        throw std::system_error(errno, std::generic_category(), "Cannot open " + file.string());
    ::close(descriptor);
}

}  // namespace

SQLite::Database open_writer(const fs::path& file) {
    create_private_file(file);
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE, 5000);
    // Refuses a file before anything of it changes.
    static_cast<void>(read_schema_version(database, all_migrations().back().number));
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
    database.exec("PRAGMA journal_mode = WAL");
    database.exec("PRAGMA synchronous = FULL");
    database.exec("PRAGMA foreign_keys = ON");
    return database;
}

SQLite::Database open_reader(const fs::path& file) {
    // Each reader belongs to one thread; locking for others would be a tenth of a status request.
    SQLite::Database database(file.string(), SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX, 0);
    database.exec("PRAGMA query_only = ON");
    return database;
}

bool is_disk_failure(const std::exception& error) {
    if (const auto* sqlite = dynamic_cast<const SQLite::Exception*>(&error)) {
        const int code = sqlite->getErrorCode() & 0xFF;  // without what SQLite adds in detail
        return code == SQLITE_FULL || code == SQLITE_IOERR || code == SQLITE_READONLY;
    }
    const auto* system = dynamic_cast<const std::system_error*>(&error);
    if (!system || system->code().category() != std::generic_category())
        return false;
    const int code = system->code().value();
    return code == ENOSPC || code == EDQUOT || code == EFBIG || code == EROFS || code == EIO;
}

bool may_pass(const std::exception& error) {
    if (const auto* sqlite = dynamic_cast<const SQLite::Exception*>(&error))
        if (const int code = sqlite->getErrorCode() & 0xFF; code == SQLITE_BUSY || code == SQLITE_LOCKED)
            return true;
    return is_disk_failure(error);
}

std::string new_id() {
    static thread_local boost::uuids::random_generator generator;
    return boost::uuids::to_string(generator());
}

}  // namespace examwright
