#pragma once

#include <string>
#include <vector>

namespace examwright {

struct archived_file {
    std::string name;  // ASCII, with / between folders
    std::string content;
};

/// The bytes of a zip archive that holds the files in this order. They bear no time (1980, the earliest that
/// the format knows), so that the same files make the same bytes.
std::string zip_archive(const std::vector<archived_file>& files);

}  // namespace examwright
