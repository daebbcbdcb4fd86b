#pragma once

#include <SQLiteCpp/Database.h>

#include <filesystem>

namespace examwright {

/// Writes a copy of the whole database, as it is at one moment, also while others write to it; nothing that
/// was deleted is in it. copy must be an empty file, and is on the disk for good when this returns. Throws
/// runtime_error where SQLite does not find the copy whole, SQLite::Exception or system_error where it can't
/// be written.
void write_backup(SQLite::Database& database, const std::filesystem::path& copy);

}  // namespace examwright
