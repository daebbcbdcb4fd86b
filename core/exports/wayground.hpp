#pragma once

#include <string>

#include "core/exports/exported_test.hpp"

namespace examwright {

/// The spreadsheet that Wayground (once Quizizz) imports: a row a question under its heads.
std::string write_wayground(const exported_test& test);

}  // namespace examwright
