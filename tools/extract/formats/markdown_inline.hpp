#pragma once

#include <string>
#include <string_view>

namespace examwright::extract {

/// The text without "<!-- ... -->".
std::string without_comments(std::string_view text);

/// The text of one line of Markdown, from which block marks (#, >, -) are gone already.
std::string inline_to_text(std::string_view line);

}  // namespace examwright::extract
