#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/timestamp.hpp"

namespace examwright {

/// For how many days things are kept; nullopt keeps them for ever.
struct retention_limits {
    std::optional<std::int64_t> upload_days;  // from the upload, unless it is still being read
    std::optional<std::int64_t> test_days;    // from the last change of an ended test
};

/// Removes what is older than the limits, expired sessions, and the spending of days that are long past.
/// Returns the file_path of each upload whose row has forgotten it: the caller removes these files. One
/// transaction; on the database thread.
std::vector<std::string> apply_retention(SQLite::Database& database, const retention_limits& limits,
                                         timestamp now);

}  // namespace examwright
