#pragma once

#include <string>
#include <string_view>

namespace examwright {

/// Text as the content of an XML or HTML element, or of an attribute in double quotes: markup escaped. What
/// XML 1.0 can't hold (section 2.2: most control characters, U+FFFE, U+FFFF) is left out.
std::string xml_text(std::string_view text);

/// The same, with markup ("<br/>") in the place of each line break.
std::string xml_lines(std::string_view text, std::string_view line_break);

/// Text as HTML that shows it as it stands: xml_text with <br> for line breaks, and no-break spaces at the
/// beginning of lines, so that the indentation of code stays. Content of an element, not of an attribute. To
/// go into XML, it is escaped once more.
std::string html_text(std::string_view text);

}  // namespace examwright
