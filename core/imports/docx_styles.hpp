#pragma once

#include <map>
#include <string>

#include "core/imports/docx_paragraphs.hpp"
#include "core/imports/xml_tree.hpp"

namespace examwright {

/// What the paragraphs and runs of a Word document are told by their lists and styles.
class docx_styles {
  public:
    /// numbering, styles: the roots of word/numbering.xml and word/styles.xml, or nullptr.
    docx_styles(const xml_node* numbering, const xml_node* styles);

    /// What Word puts in front of a paragraph. properties: its pPr, or nullptr.
    word_paragraph::numbering numbering_of(const xml_node* properties) const;
    /// The word_marks of a run. properties: its rPr, or nullptr.
    unsigned marks_of_run(const xml_node* properties) const;

  private:
    struct list_level {
        std::string list;   // its numId; empty: in none
        std::string level;  // empty: the one that names the style
    };

    void read_numbering(const xml_node& root);
    void read_styles(const xml_node& root);
    list_level level_of_style(std::string style) const;
    word_paragraph::numbering format_of(const list_level& place, const std::string& style) const;

    std::map<std::string, word_paragraph::numbering> formats_;  // by "numId/level"
    std::map<std::string, std::string> levels_of_styles_;       // by "numId/style"
    std::map<std::string, list_level> lists_;                   // by style
    std::map<std::string, std::string> bases_;                  // by style
    std::map<std::string, unsigned> marks_;                     // by style
};

}  // namespace examwright
