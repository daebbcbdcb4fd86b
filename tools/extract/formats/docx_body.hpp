#pragma once

#include "tools/extract/formats/blocks.hpp"
#include "tools/extract/formats/docx_styles.hpp"
#include "tools/extract/formats/xml_tree.hpp"

namespace examwright::extract {

/// The parts of a Word file that its body refers to.
struct docx_parts {
    docx_styles styles;
    const xml_node* footnotes = nullptr;
    const xml_node* endnotes = nullptr;
    bool has_layout = false;  // page breaks of Word's last layout
};

/// The blocks and pages of a w:body.
extracted read_docx_body(const xml_node& body, const docx_parts& parts);

}  // namespace examwright::extract
