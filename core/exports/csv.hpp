#pragma once

#include <string>

#include "core/exports/exported_test.hpp"

namespace examwright {

/// The question_table() as RFC 4180, for other programs. A byte order mark in front tells spreadsheets that
/// it is UTF-8. Texts that a spreadsheet would take for a formula have an apostrophe in front (see
/// without_formula()), which our import takes off again; for people there is write_xlsx().
std::string write_csv(const exported_test& test);

}  // namespace examwright
