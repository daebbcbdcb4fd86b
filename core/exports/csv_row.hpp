#pragma once

#include <string>
#include <vector>

namespace examwright {

/// One record of RFC 4180 with its line end: fields parted by commas, in quotes where they need them.
std::string csv_row(const std::vector<std::string>& fields);

}  // namespace examwright
