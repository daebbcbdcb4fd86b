#pragma once

#include <filesystem>

namespace examwright {

/// Returns when what was written to a file, or the names in a folder, are on the disk for good. Throws
/// system_error.
void flush_to_disk(const std::filesystem::path& path);

}  // namespace examwright
