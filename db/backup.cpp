#include "db/backup.hpp"

#include <SQLiteCpp/Statement.h>
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>
#include <system_error>

namespace examwright {

namespace {

void require_whole(const std::filesystem::path& file) {
    SQLite::Database copy(file.string(), SQLite::OPEN_READONLY);
    const auto found = copy.execAndGet("PRAGMA integrity_check").getString();
    if (found != "ok")
        throw std::runtime_error("the copy is damaged: " + found);
}

void flush_to_disk(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    const bool flushed = descriptor >= 0 && ::fsync(descriptor) == 0;
    const int error = errno;
    if (descriptor >= 0)
        ::close(descriptor);
    if (!flushed)
        throw std::system_error(error, std::generic_category(), "Cannot write " + file.string());
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
