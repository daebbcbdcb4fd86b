#include "server/cli/legacy/staged_database.hpp"

#include <SQLiteCpp/Statement.h>
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <system_error>

#include "db/database.hpp"
#include "db/flush.hpp"
#include "db/migrator.hpp"
#include "server/config/data_folder.hpp"

namespace examwright {

namespace fs = std::filesystem;

namespace {

void check(bool good, const std::string& what) {
    if (!good)
        throw std::system_error(errno, std::generic_category(), what);
}

fs::path beside(const fs::path& file, const char* suffix) {
    return file.string() + suffix;
}

void make_private_file(const fs::path& file) {
    const int made = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    check(made >= 0, "Cannot make " + file.string());
    ::close(made);
}

bool has_users(const fs::path& file) {
    auto database = open_reader(file);
    return !migrator(database).current().empty() &&
           database.execAndGet("SELECT count(*) FROM users").getInt64() > 0;
}

/// Whether the folder has a database that may be replaced: one that a server made at its first start, before
/// anybody registered.
bool find_empty_database(const fs::path& file, const fs::path& old_file) {
    if (!fs::exists(file)) {
        if (fs::exists(beside(file, "-wal")))
            throw std::runtime_error("There is " + beside(file, "-wal").string() +
                                     ", which belongs to a database that is gone. Move it away first.");
        return false;
    }
    if (fs::equivalent(file, old_file))
        throw std::runtime_error(
            file.string() +
            " stands in its place already. The server brings it up when it starts, and so "
            "does: examwright migrate up");
    if (has_users(file))
        throw std::runtime_error(
            "There is a database with users already, " + file.string() +
            ". It is not overwritten: choose another folder by --data, or move it away.");
    return true;
}

}  // namespace

new_database::new_database(const fs::path& data, const fs::path& old_file)
    : data_(data),
      work_(data / "examwright.import-work"),
      file_(data / "examwright.import"),
      target_(database_in(data)),
      replaces_(find_empty_database(target_, old_file)) {
    remove_all();
    make_private_file(work_);
    make_private_file(file_);
}

new_database::~new_database() {
    remove_all();
}

void new_database::remove_all() {
    std::error_code missing_already;
    for (const char* suffix : {"", "-journal", "-wal", "-shm"}) {
        fs::remove(beside(work_, suffix), missing_already);
        fs::remove(beside(file_, suffix), missing_already);
    }
}

void new_database::compact(SQLite::Database& database) {
    SQLite::Statement into(database, "VACUUM INTO ?1");
    into.bind(1, file_.string());
    into.exec();
}

void new_database::put_in_place() {
    flush_to_disk(file_);
    if (replaces_) {
        // Its log must not outlive it: SQLite would take it for the new one's.
        SQLite::Database replaced(target_.string(), SQLite::OPEN_READWRITE);
        replaced.exec("PRAGMA journal_mode = DELETE");
    }
    const unsigned flags = replaces_ ? 0 : RENAME_NOREPLACE;
    int failed = ::renameat2(AT_FDCWD, file_.c_str(), AT_FDCWD, target_.c_str(), flags);
    if (failed != 0 && errno == EINVAL && !fs::exists(target_))  // a file system that knows no such flag
        failed = ::rename(file_.c_str(), target_.c_str());
    check(failed == 0, "Cannot make " + target_.string());
    flush_to_disk(data_);
}

}  // namespace examwright
