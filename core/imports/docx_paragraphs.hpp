#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "core/imports/xml_tree.hpp"

namespace examwright {

/// A paragraph of a Word document.
struct word_paragraph {
    enum class numbering { none, number, letter };
    std::string text;
    numbering list = numbering::none;  // what Word puts in front of it
    bool marked = false;               // bold, underlined or highlighted as a whole
    std::string style = {};            // the id of its style
    std::vector<std::pair<std::size_t, std::size_t>> marks = {};  // from and to: what of the text is marked
};

/// Whether all of a part of the text is marked, but for white space.
bool is_marked(const word_paragraph& paragraph, std::size_t from, std::size_t to);

/// numbering: the root of word/numbering.xml, or nullptr.
std::vector<word_paragraph> docx_paragraphs(const xml_node& document, const xml_node* numbering);

}  // namespace examwright
