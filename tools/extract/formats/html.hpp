#pragma once

#include <string_view>

#include "tools/extract/formats/blocks.hpp"

namespace examwright::extract {

class page_builder;

/// Reads a web page: its main text, without menus, heads, feet, asides, forms and what is hidden. Each
/// heading of the first or second level begins a section, which is its page. The encoding is told by a byte
/// order mark, the page itself, or found out.
extracted read_html(std::string_view bytes);

/// The same for a chapter of an e-book, to the end of the pages, without beginning new ones.
void add_xhtml(std::string_view text, page_builder& pages);

}  // namespace examwright::extract
