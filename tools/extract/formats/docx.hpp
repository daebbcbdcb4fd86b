#pragma once

#include <string_view>

#include "tools/extract/formats/blocks.hpp"

namespace examwright::extract {

/// Reads a Word document: its body in order, insertions, field results, text boxes and notes in; deletions,
/// hidden text, comments, heads and feet out. Equations become LaTeX. A page is what Word last laid out as
/// one; without such marks about 3,000 characters.
extracted read_docx(std::string_view bytes);

}  // namespace examwright::extract
