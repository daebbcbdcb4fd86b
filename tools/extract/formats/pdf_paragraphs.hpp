#pragma once

#include <vector>

#include "tools/extract/formats/blocks.hpp"
#include "tools/extract/formats/pdf_hyphens.hpp"
#include "tools/extract/formats/pdf_order.hpp"

namespace examwright::extract {

struct page_style {
    float usual_size;  // of the document's running text
    float page_width;
    bool is_slide;        // wider than high
    bool is_typewritten;  // all in a typewriter's font, which is no sign of code then
};

/// The regions of one page as blocks: headings, paragraphs, lists, tables, code, notes.
page blocks_of(const std::vector<placed_region>& regions, const hyphen_joiner& hyphens, page_style style);

}  // namespace examwright::extract
