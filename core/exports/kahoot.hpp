#pragma once

#include <string>

#include "core/exports/exported_test.hpp"

namespace examwright {

/// Kahoot's template for questions (.xlsx): the heads in row 8, the questions from row 9, texts of one line.
std::string write_kahoot(const exported_test& test);

}  // namespace examwright
