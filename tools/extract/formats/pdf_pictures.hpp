#pragma once

#include <vector>

#include "tools/extract/formats/blocks.hpp"
#include "tools/extract/formats/pdf_paint.hpp"
#include "tools/extract/options.hpp"

namespace examwright::extract {

/// Reads by text recognition those pages that have hardly any text, or text that is none: scans, and fonts
/// without a way to Unicode. Tells which were read so, and which could not be read. The sides, in points, are
/// those of all pages; `paint` is known of the last ones only.
void read_pictured_pages(extracted& document, const std::vector<float>& longest_sides,
                         const std::vector<page_paint>& paint, const options& wanted);

}  // namespace examwright::extract
