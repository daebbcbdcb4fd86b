#pragma once

#include <string>

#include "core/exports/exported_test.hpp"

namespace examwright {

/// A document of LaTeX's exam class: the questions with their choices, the right one as \\CorrectChoice, the
/// explanation as solution. Made for XeLaTeX and LuaLaTeX, which know every script; pdfLaTeX knows the Latin
/// one.
std::string write_latex(const exported_test& test);

}  // namespace examwright
