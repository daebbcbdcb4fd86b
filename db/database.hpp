#pragma once

#include <SQLiteCpp/Database.h>

#include <exception>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace examwright {

/// The one connection that writes, used by the database thread alone: WAL, foreign keys on, synchronous=FULL
/// (a finished call costs money), busy_timeout 5 s. Creates the file, readable by its owner alone.
/// schema_error (db/schema_version.hpp), and nothing changed, where it is no database that this binary can
/// use.
SQLite::Database open_writer(const std::filesystem::path& file);

/// A read-only connection for the I/O thread: busy_timeout 0, so that it never waits.
SQLite::Database open_reader(const std::filesystem::path& file);

/// A random UUID (version 4), lower-case.
std::string new_id();

/// Returns true if it was the disk that failed: full, over a limit, read-only or broken.
bool is_disk_failure(const std::exception& error);

/// Returns true for an error that may be gone later: the disk's, or another process that holds the lock. Only
/// such a write is tried again.
bool may_pass(const std::exception& error);

}  // namespace examwright
