#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <filesystem>
#include <iostream>
#include <string>

#include "server/cli/migrate_command.hpp"
#include "test/support/capture.hpp"
#include "test/support/temporary_folder.hpp"

namespace examwright::test {

/// A folder for an old database, and one to take it over into.
struct takeover_fixture {
    temporary_folder old_folder;
    temporary_folder new_folder;
    std::filesystem::path old_file = old_folder.path() / "old 100%?#.db";
    std::filesystem::path data = new_folder.path() / "data";
    std::filesystem::path file = data / "examwright.db";
    capture out{std::cout};
    capture error{std::cerr};

    int import() { return migrate_command({"import", old_file.string(), "--data", data.string()}); }
    std::int64_t number(const std::string& sql) {
        return SQLite::Database(file.string()).execAndGet(sql).getInt64();
    }
    std::string text(const std::string& sql) {
        return SQLite::Database(file.string()).execAndGet(sql).getString();
    }
    SQLite::Database open_old() { return SQLite::Database(old_file.string(), SQLite::OPEN_READWRITE); }
};

}  // namespace examwright::test
