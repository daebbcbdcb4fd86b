#pragma once

#include <string>
#include <string_view>

namespace examwright {

/// Puts an apostrophe before a text that a spreadsheet would run: one that begins with = + - @, a tab or a
/// carriage return, or with apostrophes before one of these. So the rule can be undone.
std::string without_formula(std::string_view text);
/// Undoes without_formula().
std::string with_formula(std::string_view text);

}  // namespace examwright
