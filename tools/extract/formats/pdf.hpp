#pragma once

#include "tools/extract/formats/blocks.hpp"
#include "tools/extract/options.hpp"

namespace examwright::extract {

/// Reads the PDF on stdin. Throws a failure where it has no text, too much or too many pages, or can't be
/// read.
extracted read_pdf(const options& wanted);

}  // namespace examwright::extract
