#pragma once

#include <string>

#include "tools/extract/formats/xml_tree.hpp"

namespace examwright::extract {

/// An equation of Word (m:oMath) as LaTeX: "\frac{a}{b}", "x^2", "\sqrt{x}"; between dollar signs, unless it
/// is only a run of letters and signs.
std::string office_math_to_latex(const xml_node& equation);

}  // namespace examwright::extract
