#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace examwright {

struct csv_record {
    int line = 1;  // where it begins
    std::vector<std::string> fields;
};

/// Reads records of RFC 4180, whose fields are parted by the separator. Records of empty fields are left out.
std::vector<csv_record> read_csv_table(std::string_view text, char separator);

}  // namespace examwright
