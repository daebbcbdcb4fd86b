#pragma once

#include <vector>

#include "tools/extract/formats/blocks.hpp"
#include "tools/extract/formats/pdf_boxes.hpp"

namespace examwright::extract {

/// The text of a PDF's pages in the order of reading, from where its words stand.
std::vector<page> lay_out(std::vector<placed_page> pages);

}  // namespace examwright::extract
