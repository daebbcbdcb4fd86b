#pragma once

#include <string>
#include <string_view>

namespace examwright {

/// Escapes a text as the content of an XML or HTML element, or of an attribute in double quotes. What XML 1.0
/// can't hold (section 2.2: most control characters, U+FFFE, U+FFFF) is left out.
std::string xml_text(std::string_view text);

}  // namespace examwright
