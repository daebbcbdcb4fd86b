#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace examwright {

struct csv_record {
    int line = 1;  // where it begins
    std::vector<std::string> fields;
};

/// Reads records of RFC 4180, whose fields are parted by commas, semicolons or tabs: by whichever the first
/// records have most of. Records of empty fields are left out.
std::vector<csv_record> read_csv_table(std::string_view text);

}  // namespace examwright
