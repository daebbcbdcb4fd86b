#pragma once

#include <string>
#include <string_view>

namespace examwright {

/// How one target wants HTML written.
struct html_dialect {
    std::string_view line_break = "<br>";
    std::string_view blank = "&nbsp;";
    bool guards_emoticons = false;  // Moodle's filter makes a picture of "(n)" and "8-)"
};

/// Returns HTML that shows a plain text as it stands, as the content of an element: markup escaped, blanks
/// that HTML would collapse as no-break ones, a tab as four columns, formulas between \( and \) or \[ and \],
/// where MathJax finds them. A file of XML that holds it as a text escapes it once more.
std::string safe_html(std::string_view text, const html_dialect& dialect = {});

/// For Moodle and for what reads its files.
std::string moodle_html(std::string_view text);
/// As part of an XML file: HTML's names of characters are unknown there.
std::string xhtml(std::string_view text);

}  // namespace examwright
