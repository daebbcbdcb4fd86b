#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tools/extract/formats/docx_styles.hpp"
#include "tools/extract/formats/xml_tree.hpp"

namespace examwright::extract {

/// The text of one paragraph of Word, and what hangs on it.
struct docx_paragraph {
    struct piece {
        std::string text;
        bool page_break_after = false;
    };
    std::vector<piece> pieces;           // parted where a page ends within it
    std::vector<const xml_node*> boxes;  // w:txbxContent of its text boxes
    std::vector<std::string> footnotes;  // their ids
    std::vector<std::string> endnotes;
    std::string text() const;  // of all pieces
};

/// Fields (w:fldChar) begin and end in any paragraph: their state goes on from one to the next.
class docx_fields {
  public:
    void begin() { open_.push_back({}); }
    void add_instruction(std::string_view text);
    void separate();
    void end();
    /// Whether what comes now is a field's instruction, not its result.
    bool in_instruction() const;
    /// Whether a field of this name ("TOC") is open.
    bool inside(std::string_view name) const;

  private:
    struct field {
        std::string instruction;
        bool result = false;
    };
    std::vector<field> open_;
};

/// `on_paper`: it stands on the page itself and not in a cell or a box, which may have a color of its own.
/// White text is left out there, unless it is shaded.
docx_paragraph read_docx_paragraph(const xml_node& paragraph, const docx_styles& styles, docx_fields& fields,
                                   bool on_paper);

}  // namespace examwright::extract
