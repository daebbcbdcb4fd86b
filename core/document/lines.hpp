#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace examwright {

/// A line of a text with something on it, [begin, end) without the white space around it.
struct text_line {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t characters = 0;  // code points
    bool after_blank = false;    // a blank line stands between it and the line before
    bool after_page = false;     // a form feed does; the line feeds beside it make no blank line
};

/// The lines of text that are not blank.
std::vector<text_line> split_lines(std::string_view text);

/// "- x", "• x", "3. x", "b) x", "(iv) x", "## x": the line starts something new, whatever stands before it.
bool starts_item(std::string_view line);

/// Whether a line that begins a sentence looks like a heading above `next`, its neighbour. No Unicode
/// property tells; it is short next to the text below it or capitalised throughout, and does not end as a
/// sentence or a clause does.
bool looks_like_heading(std::string_view text, const text_line& line, const text_line& next);

}  // namespace examwright
