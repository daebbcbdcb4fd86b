#include "tools/extract/formats/docx_body.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "core/text/unicode.hpp"
#include "tools/extract/formats/docx_paragraph.hpp"
#include "tools/extract/formats/page_builder.hpp"

namespace examwright::extract {

namespace {

class docx_body_reader {
  public:
    explicit docx_body_reader(const docx_parts& parts) : parts_(parts) {}

    extracted read(const xml_node& body) {
        read_blocks(body);
        return pages_.take("page");
    }

  private:
    void read_blocks(const xml_node& parent) {
        for (const auto& node : parent.children) {
            if (node.name == "w:p")
                read_paragraph(node);
            else if (node.name == "w:tbl")
                read_table(node);
            else if (node.name == "w:sdt")
                read_control(node);
            else if (!node.name.empty() && node.name != "w:sectPr" && node.name != "w:del" &&
                     node.name != "w:moveFrom")
                read_blocks(node);
        }
    }

    /// A content control; Word keeps tables of contents and bibliographies in such.
    void read_control(const xml_node& control) {
        const auto* properties = control.child("w:sdtPr");
        const auto* gallery = properties ? properties->child("w:docPartObj") : nullptr;
        const auto name =
            gallery ? gallery->child_attribute("w:docPartGallery", "w:val") : std::string_view();
        const auto outer = forced_;
        if (name == "Table of Contents")
            forced_ = block_kind::contents;
        else if (name == "Bibliographies" || (properties && properties->child("w:bibliography")))
            forced_ = block_kind::references;
        if (const auto* content = control.child("w:sdtContent"))
            read_blocks(*content);
        forced_ = outer;
    }

    block_kind kind_of(const xml_node* properties, bool in_contents) const {
        if (forced_)
            return *forced_;
        if (in_contents)
            return block_kind::contents;
        if (!properties)
            return block_kind::prose;
        const auto level = properties->child_attribute("w:outlineLvl", "w:val");
        if (!level.empty() && level != "9")
            return block_kind::heading;
        const auto style = properties->child_attribute("w:pStyle", "w:val");
        const auto kind = style.empty() ? block_kind::prose : parts_.styles.kind_of(style);
        const auto* numbering = properties->child("w:numPr");
        const bool numbered = numbering && numbering->child_attribute("w:numId", "w:val") != "0";
        return kind == block_kind::prose && numbered ? block_kind::list : kind;
    }

    /// A first letter of its own paragraph, that stands before the next.
    static bool is_drop_cap(const xml_node* properties) {
        const auto kind =
            properties ? properties->child_attribute("w:framePr", "w:dropCap") : std::string_view();
        return kind == "drop" || kind == "margin";
    }

    bool in_contents() const { return fields_.inside("TOC") || fields_.inside("INDEX"); }

    void read_paragraph(const xml_node& node) {
        const auto* properties = node.child("w:pPr");
        if (is_on(properties, "w:pageBreakBefore"))
            pages_.break_page();
        const bool contents_before = in_contents();
        auto paragraph = read_docx_paragraph(node, parts_.styles, fields_, framed_ == 0);
        if (is_drop_cap(properties)) {
            drop_cap_ = trimmed(paragraph.text());
            return;
        }
        if (!paragraph.pieces.empty())
            paragraph.pieces.front().text.insert(0, std::exchange(drop_cap_, {}));
        const auto style = properties ? properties->child_attribute("w:pStyle", "w:val") : std::string_view();
        if (!parts_.styles.hides(style))
            add_pieces(paragraph, kind_of(properties, contents_before || in_contents()));
        for (const auto* box : paragraph.boxes)
            read_framed(*box);
        add_notes(paragraph);
        if (const auto* section = properties ? properties->child("w:sectPr") : nullptr;
            section && section->child_attribute("w:type", "w:val") != "continuous")
            pages_.break_page();
    }

    void add_pieces(docx_paragraph& paragraph, block_kind kind) {
        if (!parts_.has_layout)
            pages_.break_long_page(kind);
        for (std::size_t i = 0; i < paragraph.pieces.size(); ++i) {
            auto& piece = paragraph.pieces[i];
            const bool filled = !trimmed(piece.text).empty();
            pages_.add(kind, std::move(piece.text));
            if (!piece.page_break_after)
                continue;
            if (auto* last = pages_.last_block(); last && filled && i + 1 < paragraph.pieces.size())
                last->goes_on = !trimmed(paragraph.pieces[i + 1].text).empty();
            pages_.break_page();
        }
    }

    void add_notes(const docx_paragraph& paragraph) {
        for (const auto& id : paragraph.footnotes)
            add_note(parts_.footnotes, "w:footnote", id);
        for (const auto& id : paragraph.endnotes)
            add_note(parts_.endnotes, "w:endnote", id);
    }

    void add_note(const xml_node* notes, std::string_view name, const std::string& id) {
        if (!notes || !notes_done_.insert(std::string(name) + id).second)
            return;
        for (const auto& note : notes->children)
            if (note.name == name && note.attribute("w:id") == id)
                pages_.add(block_kind::note, text_below(note));
    }

    /// The paragraphs below a node in one line, as in a cell or a note.
    std::string text_below(const xml_node& node) {
        std::string text;
        for_each_node(node, "w:p", [&](const xml_node& paragraph) {
            docx_fields own;
            const auto read = read_docx_paragraph(paragraph, parts_.styles, own, false);
            append_line(text, read.text());
            for (const auto* box : read.boxes)
                append_line(text, text_below(*box));
            for (const auto& each : read.footnotes)
                cell_notes_.footnotes.push_back(each);
            for (const auto& each : read.endnotes)
                cell_notes_.endnotes.push_back(each);
        });
        return text;
    }

    void read_table(const xml_node& table) {
        std::string text;
        std::size_t widest = 0;
        for_each_node(table, "w:tr", [&](const xml_node& row) {
            if (const auto* properties = row.child("w:trPr"); properties && properties->child("w:del"))
                return;
            std::string line;
            std::size_t cells = 0;
            for_each_node(row, "w:tc", [&](const xml_node& cell) {
                const auto content = text_below(cell);
                line += cells++ > 0 ? " | " : "";
                for (const char c : content)
                    line += c == '\n' ? ' ' : c;
            });
            widest = std::max(widest, cells);
            if (line.find_first_not_of(" |") != line.npos)
                text.append(line).append("\n");
        });
        if (widest > 1) {
            if (!parts_.has_layout)
                pages_.break_long_page(block_kind::table);
            pages_.add(forced_.value_or(block_kind::table), std::move(text));
        } else {
            read_cells_as_text(table);
        }
        add_notes(std::exchange(cell_notes_, {}));
    }

    /// A table of one column only frames a text.
    void read_cells_as_text(const xml_node& table) {
        for_each_node(table, "w:tc", [&](const xml_node& cell) { read_framed(cell); });
    }

    /// What may have a background of its own.
    void read_framed(const xml_node& frame) {
        ++framed_;
        read_blocks(frame);
        --framed_;
    }

    const docx_parts& parts_;
    page_builder pages_;
    docx_fields fields_;
    std::optional<block_kind> forced_;  // inside a table of contents or a bibliography
    std::set<std::string> notes_done_;
    std::string drop_cap_;
    int framed_ = 0;  // how many boxes and cells are around what is read
    docx_paragraph cell_notes_;
};

}  // namespace

extracted read_docx_body(const xml_node& body, const docx_parts& parts) {
    return docx_body_reader(parts).read(body);
}

}  // namespace examwright::extract
