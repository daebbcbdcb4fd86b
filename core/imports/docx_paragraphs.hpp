#pragma once

#include <string>
#include <vector>

#include "core/imports/xml_tree.hpp"

namespace examwright {

/// A paragraph of a Word document.
struct word_paragraph {
    enum class numbering { none, number, letter };
    std::string text;
    numbering list = numbering::none;  // what Word puts in front of it
    bool marked = false;               // bold, underlined or highlighted as a whole
};

/// numbering: the root of word/numbering.xml, or nullptr.
std::vector<word_paragraph> docx_paragraphs(const xml_node& document, const xml_node* numbering);

}  // namespace examwright
