#pragma once

#include <string>

#include "core/exports/exported_test.hpp"

namespace examwright {

/// The question_table() as an Excel workbook whose cells show the very texts.
std::string write_xlsx(const exported_test& test);

}  // namespace examwright
