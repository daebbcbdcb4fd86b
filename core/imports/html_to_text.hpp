#pragma once

#include <string>
#include <string_view>

namespace examwright {

enum class html_line_breaks {
    collapse,  // a line break of the source is white space
    keep,      // it is a line break of the text
};

/// Returns what a browser shows of HTML as plain text: tags removed, character references resolved, line
/// breaks where elements begin and end, sub- and superscripts as characters, an image by its name
/// ("[image: cell.png]"). No-break spaces written as &nbsp; become blanks. Takes linear time.
std::string html_to_text(std::string_view html, html_line_breaks line_breaks = html_line_breaks::collapse);

}  // namespace examwright
