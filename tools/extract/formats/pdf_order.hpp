#pragma once

#include <vector>

#include "tools/extract/formats/pdf_boxes.hpp"

namespace examwright::extract {

/// Lines side by side: one of running text, several of a table's row. From left to right.
using placed_row = std::vector<placed_line>;

/// A part of a page that is read from top to bottom: a column, or what stands across several.
struct placed_region {
    box place;
    std::vector<placed_row> rows;
};

/// The regions of a page in the order in which they are read.
std::vector<placed_region> reading_order(const placed_page& page);

}  // namespace examwright::extract
