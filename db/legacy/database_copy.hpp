#pragma once

#include <filesystem>

namespace examwright {

/// Copies an SQLite database that others may have open or may have left behind by a crash: by SQLite's
/// backup, or file by file with its journal where nobody has it open. The original is only read, and nothing
/// new lies beside it afterwards. The copy stands alone, without a journal.
///
/// schema_error with a sentence for the owner, where it can't be read or is no database.
void copy_database(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace examwright
