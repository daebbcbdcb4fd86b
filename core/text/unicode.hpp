#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace examwright {

/// A code point and the bytes it takes in UTF-8. A byte that is no UTF-8 is U+FFFD of length 1.
struct code_point {
    char32_t value = 0;
    std::size_t length = 0;
};

/// The code point at offset, which must be inside text.
code_point decode_at(std::string_view text, std::size_t offset);
/// The code point that ends before offset, which must be above 0.
code_point decode_before(std::string_view text, std::size_t offset);
void append_utf8(std::string& text, char32_t value);

/// Offset, moved back to where its code point starts.
std::size_t code_point_start(std::string_view text, std::size_t offset);

bool is_letter(char32_t value);
bool is_upper(char32_t value);
bool is_lower(char32_t value);
/// A digit or number of any script.
bool is_digit(char32_t value);
/// Combining marks: accents, vowel signs.
bool is_mark(char32_t value);
/// Unicode's white space and the control characters that act as it (\n, \t, \f ...).
bool is_space(char32_t value);
bool is_punctuation(char32_t value);
/// Mathematical signs and currencies: symbols that carry meaning.
bool is_math_or_currency(char32_t value);
/// Letters of scripts written without spaces between words: Han, Kana, Thai, Lao, Khmer, Myanmar, Tibetan.
bool is_unspaced(char32_t value);

inline bool is_word_part(char32_t value) {
    return is_letter(value) || is_digit(value) || is_mark(value);
}

/// Whether text reads from right to left: its first letter of a definite direction decides (UAX #9, P2), as
/// it does for HTML's dir=auto.
bool reads_right_to_left(std::string_view text);

/// Appends what a code point is compared by: case folded, ligatures and other compatibility forms taken
/// apart, what is never seen (soft hyphens, zero-width characters) left out.
void append_folded(std::string& text, char32_t value);
/// append_folded over a whole text.
std::string casefold(std::string_view text);

/// Unicode's canonical composition (NFC): one form for texts that look and mean the same.
std::string composed(std::string_view text);

/// text without the white space at its ends.
std::string_view trimmed(std::string_view text);

bool is_valid_utf8(std::string_view text);
/// Each byte that is no UTF-8 replaced by U+FFFD.
std::string to_valid_utf8(std::string_view text);

}  // namespace examwright
