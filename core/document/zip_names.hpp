#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace examwright {

/// The names of a zip archive's parts, as far as its first and last bytes tell: from the central directory,
/// or from the first local headers where that is missing.
std::vector<std::string_view> zip_part_names(std::string_view head, std::string_view tail);

/// The content of the first part where that is "mimetype", stored as it is: EPUB and OpenDocument begin so.
std::string_view zip_mimetype(std::string_view head);

}  // namespace examwright
