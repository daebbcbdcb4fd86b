#pragma once

#include <cstddef>
#include <string_view>

namespace examwright {

/// A character reference at the beginning of a text: "&amp;", "&#38;", "&#x26;".
struct character_reference {
    char32_t value = 0;
    std::size_t length = 0;  // 0 if there is none; with its semicolon
};

/// Knows the names of HTML 4 and a few of HTML 5 that editors write.
character_reference read_character_reference(std::string_view text);

}  // namespace examwright
