#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/imports/xml_tree.hpp"

namespace examwright {

/// The ways in which text stands out, as bits.
namespace word_marks {
inline constexpr unsigned bold = 1, underlined = 2, highlighted = 4, coloured = 8;
inline constexpr unsigned all = 15;
}  // namespace word_marks

/// The place of a cell: which table of the document, and where in it, from 0.
struct word_cell {
    std::size_t table = 0, row = 0, column = 0;
};

/// A paragraph of a Word document.
struct word_paragraph {
    enum class numbering { none, number, letter };
    struct marked_part {
        std::size_t from = 0, to = 0;
        unsigned marks = word_marks::bold;
    };

    std::string text;
    numbering list = numbering::none;      // what Word puts in front of it
    unsigned marks = 0;                    // word_marks of the whole
    std::string style = {};                // the id of its style
    std::vector<marked_part> marked = {};  // in their order
    std::optional<word_cell> cell = {};    // of a table that it stands in
};

/// The word_marks that all of a part of the text has, but for its white space and punctuation.
unsigned marks_of(const word_paragraph& paragraph, std::size_t from, std::size_t to);

/// numbering, styles: the roots of word/numbering.xml and word/styles.xml, or nullptr.
std::vector<word_paragraph> docx_paragraphs(const xml_node& document, const xml_node* numbering,
                                            const xml_node* styles);

}  // namespace examwright
