#pragma once

#include <string>
#include <string_view>

namespace examwright {

/// Returns the text in Unicode's subscript characters ("2" -> "₂"); if they lack one, after a low line: "_n",
/// "_{ij}".
std::string subscript(std::string_view text);
/// The same with superscripts ("²") and a caret ("^k").
std::string superscript(std::string_view text);

}  // namespace examwright
