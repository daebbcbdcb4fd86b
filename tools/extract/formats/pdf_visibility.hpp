#pragma once

#include "tools/extract/formats/pdf_boxes.hpp"

namespace examwright::extract {

/// Draws the page of this number and drops its words that can't be seen: in the colour of their ground,
/// invisible, covered. What lies over the picture of a scan as its text stays.
void drop_unseen_words(placed_page& page, int number);

}  // namespace examwright::extract
