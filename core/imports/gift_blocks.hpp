#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace examwright {

/// What stands between two blank lines of a GIFT file, its comments and categories aside.
struct gift_block {
    int line = 1;                   // of its first line that counts, from 1
    std::string text;               // its lines, parted by "\n"
    std::vector<std::string> tags;  // "// [tag:easy]"
};
std::vector<gift_block> split_gift(std::string_view text);

/// The words of a comment in the first line that has no tags; else empty.
std::string gift_title(std::string_view text);

/// Where the first of `wanted` stands in text at or behind `from` without a backslash in front; npos:
/// nowhere.
std::size_t find_gift(std::string_view text, std::string_view wanted, std::size_t from = 0);

/// The same of the first of several characters.
std::size_t find_gift_mark(std::string_view text, std::string_view characters, std::size_t from);

/// A text as it is meant: escapes resolved, a line break of the file with the blanks around it one blank, no
/// blanks at its ends.
std::string gift_text(std::string_view text);

}  // namespace examwright
