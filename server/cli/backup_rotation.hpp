#pragma once

#include <SQLiteCpp/Database.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>

#include "core/timestamp.hpp"

namespace examwright {

struct rotated_backup {
    std::filesystem::path folder;  // with examwright.db and, in uploads, the files that it names
    std::uintmax_t bytes = 0;
    std::size_t uploads = 0;
    std::size_t removed = 0;  // older backups
};

/// Makes a backup of the database and its uploads as a new folder "examwright-<time>" in `into`, checks it,
/// and then removes the oldest such folders beyond `keep`. A backup that can't be made whole leaves nothing,
/// and all older ones. Throws as write_backup, or runtime_error if a file of it is not what it was copied
/// from.
rotated_backup rotate_backup(SQLite::Database& database, const std::filesystem::path& data_folder,
                             const std::filesystem::path& into, std::size_t keep, timestamp now);

}  // namespace examwright
