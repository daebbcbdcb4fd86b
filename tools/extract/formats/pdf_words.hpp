#pragma once

#include "tools/extract/formats/pdf_boxes.hpp"

namespace examwright::extract {

/// Mends the words of a page: joins letters set apart and the parts of a word that its font has parted, drops
/// copies that only make a word bold, joins the pieces of a line (raised and lowered signs, list marks).
void mend_words(placed_page& page);

/// Whether the text is the mark of a list's item: a bullet, "3.", "(b)".
bool is_item_mark(std::string_view text);

/// Letters written from right to left.
bool is_right_to_left(char32_t c);

}  // namespace examwright::extract
