#pragma once

#include <string>

#include "tools/extract/formats/pdf_boxes.hpp"

namespace examwright::extract {

/// The text of a line in the order in which it is read (right-to-left writing too), raised and lowered signs
/// kept with their base: x², H₂O, n^(x-1).
std::string line_text(const placed_line& line);

/// Whether all its letters have one width: a typewriter's font, so code.
bool is_monospaced(const placed_line& line);

/// The width of a letter of a monospaced line.
float letter_width(const placed_line& line);

/// The text with its blanks as wide as they are drawn, from `left` on.
std::string code_text(const placed_line& line, float left, float width);

}  // namespace examwright::extract
