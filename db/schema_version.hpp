#pragma once

#include <SQLiteCpp/Database.h>

#include <stdexcept>
#include <string>
#include <string_view>

namespace examwright {

/// The file can't be migrated as it is; what() is a sentence for its owner. The file is untouched.
struct schema_error : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The version of the schema that a file holds, "" for an empty one. Only reads. schema_error, where the file
/// is newer than newest or no database of ours.
std::string read_schema_version(SQLite::Database& database, std::string_view newest);

/// Sets the one row of alembic_version, making the table where it is missing. In the caller's transaction.
void write_schema_version(SQLite::Database& database, std::string_view version);

}  // namespace examwright
