#pragma once

#include <string_view>

namespace examwright::extract {

/// The character that "&name;" stands for in HTML; 0 for a name that is not known. All of HTML 4's and the
/// more usual ones of HTML 5.
char32_t referenced_character(std::string_view name);

}  // namespace examwright::extract
