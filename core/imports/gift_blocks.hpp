#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace examwright {

/// A question of a GIFT file: the lines between two blank ones, without comments.
struct gift_block {
    int line = 1;                   // of its first line that counts, from 1
    std::string text;               // its lines, trimmed as Moodle does, parted by "\n"
    std::vector<std::string> tags;  // "// [tag:easy]"
    std::string category;           // of the last "$CATEGORY:" above it
};
/// A blank line within the braces does not end a block if the next line goes on with the answers.
std::vector<gift_block> split_gift(std::string_view text);

/// The words of a comment in the first line, unless they are tags or one of Moodle's own comments; else
/// empty.
std::string gift_title(std::string_view text);

/// Returns where the first of `wanted` stands in text at or behind `from` without a backslash in front, or
/// npos.
std::size_t find_gift(std::string_view text, std::string_view wanted, std::size_t from = 0);

/// The same for the first of several characters.
std::size_t find_gift_mark(std::string_view text, std::string_view characters, std::size_t from);

/// Resolves the escapes of a text and trims it.
std::string gift_text(std::string_view text);

}  // namespace examwright
