#pragma once

#include <string_view>

#include "tools/extract/formats/blocks.hpp"

namespace examwright::extract {

/// Reads a PowerPoint file: each slide a page, in the order of the show; the title first, then the shapes
/// from the top left, tables by row, the words of diagrams and the titles of charts, the speaker's notes
/// last. A hidden slide is an empty page, so that the others keep the numbers that PowerPoint shows.
extracted read_pptx(std::string_view bytes);

}  // namespace examwright::extract
