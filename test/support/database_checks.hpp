#pragma once

#include <filesystem>

namespace examwright::test {

/// What must hold of a server's database whatever happened to it: SQLite finds it whole, no row is without
/// its parent, every ended test has as many questions as its status says, no unfinished one has any, and no
/// call is recorded twice. Checks by Boost.Test.
void check_database(const std::filesystem::path& file);

}  // namespace examwright::test
