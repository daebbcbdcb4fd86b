#pragma once

#include <SQLiteCpp/Database.h>

#include <filesystem>
#include <string>

namespace examwright::test {

/// What must hold of a server's database whatever happened to it: SQLite finds it whole, no row is without
/// its parent, every ended test has as many questions as its status says, no unfinished one has any, and no
/// call is recorded twice. Checks by Boost.Test.
void check_database(const std::filesystem::path& file);

/// All that a query answers, as text: a line a row.
std::string dump(SQLite::Database& database, const std::string& sql);

}  // namespace examwright::test
