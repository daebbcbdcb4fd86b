#pragma once

#include <string_view>
#include <vector>

namespace examwright {

/// The runs between spaces (U+0020), each letter of a script without spaces by itself. Views into text.
std::vector<std::string_view> split_words(std::string_view text);

/// Whether two folded words are one but for a misread letter: the same up to one edit (two from 7 letters
/// on), and never for words of 3 letters or with a digit.
bool nearly_same_word(std::string_view left, std::string_view right);

bool has_digit(std::string_view word);

}  // namespace examwright
