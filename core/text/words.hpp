#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

namespace examwright {

/// Code points, form feeds not counted.
std::size_t count_characters(std::string_view text);
/// Runs of text between white space that hold a letter or a digit (Unicode); of scripts written without
/// spaces (Han, Kana, Thai ...) each two characters count as a word.
std::size_t count_words(std::string_view text);

/// The runs between spaces (U+0020), each letter of a script without spaces by itself. Views into text.
std::vector<std::string_view> split_words(std::string_view text);

/// Whether two folded words are one but for a misread letter: the same up to one edit (two from 7 letters
/// on), and never for words of 3 letters or with a digit.
bool nearly_same_word(std::string_view left, std::string_view right);

/// Whether two folded words are forms of one, told by how they begin: "cell" and "cells", "divide" and
/// "divided", but not "form" and "formula". Never for words under 4 letters.
bool same_root(std::string_view left, std::string_view right);

bool has_digit(std::string_view word);

template <std::size_t N>
bool is_among(std::string_view word, const std::string_view (&words)[N]) {
    return std::find(words, words + N, word) != words + N;
}

template <std::size_t N>
bool ends_with_any(std::string_view text, const std::string_view (&endings)[N]) {
    return std::any_of(endings, endings + N, [&](std::string_view ending) { return text.ends_with(ending); });
}

}  // namespace examwright
