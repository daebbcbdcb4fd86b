#pragma once

#include <vector>

#include "tools/extract/formats/blocks.hpp"
#include "tools/extract/formats/pdf_boxes.hpp"

namespace examwright::extract {

/// Makes a page ready to be laid out: mends its words and lines, as far as they can be without other pages.
void prepare(placed_page& page);

/// The text of a PDF's pages in the order of reading, from where the words of each stand once it is prepared.
std::vector<page> lay_out(std::vector<placed_page> pages);

}  // namespace examwright::extract
