#pragma once

#include <string>
#include <string_view>

namespace examwright::extract {

/// A line of Markdown with the signs set apart that CommonMark would take for marks and are none: single
/// tildes
/// ("H~2~O", "~10 to ~20") and the stars of products and powers ("a_1*x_1", "2*3*4", "x**2").
std::string with_signs_apart(std::string_view line);

/// A piece of prose with "~2~" behind a word as a lowered sign: "H₂O".
std::string with_lowered_signs(std::string_view text);

/// The signs that with_signs_apart() set apart, as they were written.
std::string with_signs_back(std::string_view text);

}  // namespace examwright::extract
