#pragma once

#include <string>

#include "core/imports/xml_tree.hpp"

namespace examwright {

// Formulas of other programs as ours: TeX between \( and \), or plain text where they are no more than a
// line.

/// math: MathML's element of that name.
std::string formula_of_mathml(const xml_node& math);

/// math: Word's oMath.
std::string formula_of_office(const xml_node& math);

}  // namespace examwright
