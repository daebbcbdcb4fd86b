#include "db/legacy/database_copy.hpp"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Database.h>
#include <sqlite3.h>
#include <unistd.h>

#include <array>
#include <boost/algorithm/string/replace.hpp>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "db/schema_version.hpp"

namespace examwright {

namespace fs = std::filesystem;

namespace {

constexpr int patience = 10'000;  // milliseconds that its users may keep it locked

fs::path beside(const fs::path& file, const char* suffix) {
    return file.string() + suffix;
}

/// The first bytes of every SQLite database: the magic string, and at 18 whether it is in WAL mode.
struct header {
    std::array<char, 20> bytes{};

    bool is_sqlite() const { return std::string(bytes.data(), 16) == std::string("SQLite format 3\0", 16); }
    bool is_wal() const { return bytes[18] == 2; }
};

header read_header(const fs::path& file) {
    if (!fs::exists(file))
        throw schema_error("There is no file " + file.string() + ".");
    if (!fs::is_regular_file(file))
        throw schema_error(file.string() + " is not a file.");
    if (::access(file.c_str(), R_OK) != 0)
        throw schema_error(file.string() + " can't be read by this user.");
    header found;
    std::ifstream(file, std::ios::binary).read(found.bytes.data(), std::ssize(found.bytes));
    if (!found.is_sqlite())
        throw schema_error(file.string() + " is not an SQLite database.");
    return found;
}

using file_state = std::vector<std::pair<std::uintmax_t, fs::file_time_type>>;

/// Of the database and its journals: another than before where somebody has written meanwhile.
file_state state_of(const fs::path& file) {
    file_state state;
    for (const char* suffix : {"", "-wal", "-journal"}) {
        const auto each = beside(file, suffix);
        if (fs::exists(each))
            state.emplace_back(fs::file_size(each), fs::last_write_time(each));
        else
            state.emplace_back();
    }
    return state;
}

/// For a database that nobody has open. SQLite itself then takes in what the journal holds.
void copy_files(const fs::path& from, const fs::path& to) {
    const auto before = state_of(from);
    for (const char* suffix : {"", "-wal", "-journal"})
        if (fs::exists(beside(from, suffix)))
            fs::copy_file(beside(from, suffix), beside(to, suffix), fs::copy_options::overwrite_existing);
    if (state_of(from) != before)
        throw schema_error(from.string() + " was written to while it was read. Run this again.");
    fs::permissions(to, fs::perms::owner_read | fs::perms::owner_write);
}

void copy_by_backup(const fs::path& from, const fs::path& to) {
    std::string uri = fs::absolute(from).string();
    for (const auto& [special, escaped] : {std::pair{"%", "%25"}, {"?", "%3f"}, {"#", "%23"}})
        boost::algorithm::replace_all(uri, special, escaped);
    SQLite::Database source("file:" + uri + "?mode=ro", SQLite::OPEN_READONLY | SQLite::OPEN_URI, patience);
    SQLite::Database copy(to.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    SQLite::Backup backup(copy, source);
    while (backup.executeStep(-1) != SQLITE_DONE)
        throw schema_error(from.string() +
                           " is locked by another program. Stop the old service, and run this again.");
}

/// Only a connection that may write can take in a journal that a crash has left.
bool needs_repair(const SQLite::Exception& error) {
    const int code = error.getErrorCode() & 0xFF;
    return code == SQLITE_READONLY || code == SQLITE_CANTOPEN;
}

}  // namespace

void copy_database(const fs::path& from, const fs::path& to) {
    // In WAL mode even a reader makes files beside the database, unless others have made them.
    const bool closed = read_header(from).is_wal() && !fs::exists(beside(from, "-shm"));
    try {
        if (!closed)
            copy_by_backup(from, to);
    } catch (const SQLite::Exception& error) {
        if (!needs_repair(error))
            throw;
        copy_files(from, to);
    }
    if (closed)
        copy_files(from, to);
    SQLite::Database copy(to.string(), SQLite::OPEN_READWRITE);
    copy.exec("PRAGMA journal_mode = DELETE");
}

}  // namespace examwright
