#pragma once

#include <vector>

#include "core/imports/docx_paragraphs.hpp"

namespace examwright {

/// Returns the paragraphs with options on lines of their own: where soft returns part them, or where several
/// stand on one line ("A) x  B) y").
std::vector<word_paragraph> separate_option_lines(const std::vector<word_paragraph>& paragraphs);

}  // namespace examwright
