#pragma once

#include <string>
#include <vector>

#include "tools/extract/formats/odf_styles.hpp"
#include "tools/extract/formats/xml_tree.hpp"

namespace examwright::extract {

/// The text of one paragraph or heading, and what hangs on it.
struct odf_paragraph {
    std::vector<std::string> pieces;     // parted by the page breaks of the last layout
    std::vector<const xml_node*> boxes;  // draw:text-box and the like within it
    std::vector<const xml_node*> notes;  // text:note-body
    std::string text() const;
};

odf_paragraph read_odf_paragraph(const xml_node& paragraph, const odf_styles& styles);

}  // namespace examwright::extract
