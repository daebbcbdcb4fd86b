#pragma once

#include "tools/extract/formats/page_builder.hpp"
#include "tools/extract/formats/xml_tree.hpp"

namespace examwright::extract {

/// The texts and tables of a slide's shapes, without dates, feet and slide numbers.
void add_pptx_shapes(const xml_node& slide, page_builder& pages);
/// The speaker's words of a notes page.
void add_pptx_notes(const xml_node& notes, page_builder& pages);
/// The words of a diagram's data, or the titles of a chart.
void add_pptx_graphic(const xml_node& part, page_builder& pages);

}  // namespace examwright::extract
