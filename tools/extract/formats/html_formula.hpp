#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace examwright::extract {

/// Whether an element of MathML is made of parts that stand above or beside each other: mfrac, msup, msqrt.
bool is_formula_of_parts(std::string_view element);

/// The text with the parts at its end, each beginning at its place, written in a line: "(a)/(b)", "x²",
/// "√(x)".
std::string with_parts_in_line(std::string_view element, std::string text,
                               const std::vector<std::size_t>& parts);

}  // namespace examwright::extract
