#pragma once

#include <string_view>

#include "tools/extract/formats/blocks.hpp"

namespace examwright::extract {

/// Reads Markdown as CommonMark has it, with GitHub's tables and strikethrough and LaTeX between dollar
/// signs, which stays as it is; so does code. Front matter, comments and the tags of HTML are left out. A
/// form feed begins a page.
extracted read_markdown(std::string_view bytes);

}  // namespace examwright::extract
