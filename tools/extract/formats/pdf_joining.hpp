#pragma once

#include <vector>

#include "tools/extract/formats/blocks.hpp"
#include "tools/extract/formats/pdf_hyphens.hpp"

namespace examwright::extract {

/// Joins what a column's or a page's end has parted: a paragraph that a table, a caption or a note
/// interrupts, a word whose rest stands on the next page. Marks the bibliography.
void join_paragraphs(std::vector<page>& pages, const hyphen_joiner& hyphens);

}  // namespace examwright::extract
