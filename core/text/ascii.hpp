#pragma once

#include <algorithm>
#include <string_view>

namespace examwright {

/// The letters and digits of ASCII alone, as formats spell their names with them. For the texts of people see
/// is_letter() and is_digit() in unicode.hpp.
constexpr bool is_ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

constexpr bool is_ascii_digit(char c) {
    return c >= '0' && c <= '9';
}

constexpr bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

constexpr bool is_one_of(char c, std::string_view characters) {
    return characters.find(c) != characters.npos;
}

constexpr char to_ascii_lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace examwright
