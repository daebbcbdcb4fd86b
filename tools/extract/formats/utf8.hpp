#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace examwright::extract {

inline constexpr char32_t replacement_character = 0xFFFD;

/// The code point at the front of bytes (which must not be empty), taken off it; nothing but one byte is
/// taken and valid is false where there is no valid sequence.
struct decoded {
    char32_t code_point = replacement_character;
    bool valid = false;
};
decoded take_code_point(std::string_view& bytes);

/// What is no code point (surrogates, beyond U+10FFFF) becomes U+FFFD.
void append_utf8(std::string& out, char32_t code_point);

}  // namespace examwright::extract
