#pragma once

#include <vector>

#include "tools/extract/formats/pdf_boxes.hpp"

namespace examwright::extract {

/// Removes what stands on pages besides their text: heads, feet and page numbers, also those that change by
/// chapter; line numbers; watermarks; stamps along the edge; what is too small to be read.
void remove_furniture(std::vector<placed_page>& pages);

/// Removes writing across the page, which poppler gives as single big letters beside the lines. To be called
/// before anything is joined.
void remove_diagonals(placed_page& page, float usual_size);

}  // namespace examwright::extract
