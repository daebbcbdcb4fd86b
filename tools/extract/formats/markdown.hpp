#pragma once

#include <string>
#include <string_view>

namespace examwright::extract {

/// The words of a Markdown text: headings, emphasis, links, images, lists, quotes and tables reduced to their
/// text; code as it stands; front matter and comments gone. Takes cleaned text. Reads line by line, so markup
/// that spans lines may be left in.
std::string markdown_to_text(std::string_view markdown);

}  // namespace examwright::extract
