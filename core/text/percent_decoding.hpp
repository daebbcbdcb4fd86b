#pragma once

#include <string>
#include <string_view>

namespace examwright {

/// The value of a hexadecimal digit; -1 for another character.
int hex_digit(char c);

/// Decodes "na%C3%AFve"; a percent sign without two hexadecimal digits behind it stays.
std::string percent_decoded(std::string_view text);

}  // namespace examwright
