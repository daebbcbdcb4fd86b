#pragma once

#include <vector>

#include "tools/extract/formats/blocks.hpp"
#include "tools/extract/options.hpp"

namespace examwright::extract {

/// Reads by text recognition those pages, from `first` on, that have hardly any text, or text that is none:
/// scans, and fonts without a way to Unicode. Tells which were read so, and which could not be read.
void read_pictured_pages(extracted& document, const std::vector<float>& longest_sides, int first,
                         const options& wanted);

}  // namespace examwright::extract
