#pragma once

#include <string_view>
#include <vector>

namespace examwright {

/// A stretch of a text: plain, or TeX between its delimiters.
struct formula_span {
    enum class kind { plain, inline_formula, display_formula };
    kind what = kind::plain;
    std::string_view text;  // without the delimiters
};

/// Finds the formulas of a text: \(...\), \[...\], $$...$$, and $...$ if what stands in it looks like one, so
/// that prices and the variables of a script stay plain. The spans in their order make up the text.
std::vector<formula_span> split_formulas(std::string_view text);

}  // namespace examwright
