#pragma once

#include <filesystem>

namespace examwright {

/// Returns true for "-" and for the name of a pipe or a terminal: what can be read once only.
bool is_stream(const std::filesystem::path& file);

/// Copies a stream ("-" is standard input) into the folder, so that it can be read again. Throws
/// runtime_error if it is longer than an upload may be, or can't be kept.
std::filesystem::path copy_stream(const std::filesystem::path& file, const std::filesystem::path& folder);

}  // namespace examwright
