#pragma once

#include <SQLiteCpp/Database.h>

#include <string>
#include <vector>

namespace examwright {

/// Of a table, in its order.
std::vector<std::string> column_names(SQLite::Database& database, const std::string& table);

/// SQL: the row as a JSON object of these columns. Bytes that are no text are in hexadecimal digits.
std::string row_as_json(const std::vector<std::string>& columns);

/// "a name" as SQL writes it.
std::string quoted(const std::string& name);

/// Takes out of the way what an old file has besides its five tables: indexes of them, triggers and views,
/// which would meddle in a rebuild. Other tables stay with their rows, but without the foreign keys by which
/// they would forbid a deletion in ours. Returns what to tell the owner.
std::vector<std::string> clear_other_objects(SQLite::Database& database);

}  // namespace examwright
