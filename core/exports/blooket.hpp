#pragma once

#include <string>

#include "core/exports/exported_test.hpp"

namespace examwright {

/// Blooket's template for questions (.csv): two rows of heads, then a row a question, texts of one line.
std::string write_blooket(const exported_test& test);

}  // namespace examwright
