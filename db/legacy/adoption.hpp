#pragma once

#include <SQLiteCpp/Database.h>

#include <string>
#include <string_view>
#include <vector>

namespace examwright {

/// Makes the tables of an old service's file, which is at 005 or 006, anew by the very steps up to there, and
/// fills them with its rows: whatever CHECKs, orders of columns and forms of values it had, it then has ours.
/// Rows without their parents go to the table `orphans`, as JSON objects of all their columns. Tests that the
/// old service left unfinished end. Doing it again changes nothing.
///
/// In the caller's transaction, without foreign keys, with add_row_functions(). Returns what was odd, as
/// sentences for the owner, without words of the documents or addresses of users. schema_error, where a
/// column is missing.
std::vector<std::string> adopt_old_tables(SQLite::Database& database, std::string_view version);

}  // namespace examwright
