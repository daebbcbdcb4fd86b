#include "core/imports/docx_paragraphs.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "core/imports/docx_styles.hpp"
#include "core/imports/math_markup.hpp"
#include "core/imports/scripts.hpp"
#include "core/text/unicode.hpp"

namespace examwright {

namespace {

std::string attribute_of_child(const xml_node& element, std::string_view child, std::string_view name) {
    const auto* found = element.child(child);
    return found ? std::string(found->attribute(name)) : "";
}

std::string run_text(const xml_node& run) {
    std::string text;
    for (const auto& child : run.children) {
        if (child.name == "t")
            text += child.all_text();
        else if (child.name == "tab")
            text += '\t';
        else if (child.name == "br" || child.name == "cr")
            text += '\n';
        else if (child.name == "noBreakHyphen")
            text += '-';
        else if (child.name == "drawing" || child.name == "pict")
            text += "[image]";
    }
    const auto* properties = run.child("rPr");
    const auto place = properties ? attribute_of_child(*properties, "vertAlign", "val") : "";
    if (place == "subscript")
        return subscript(text);
    return place == "superscript" ? superscript(text) : text;
}

/// The runs and formulas of a paragraph, in their order.
void read_runs(const xml_node& element, const docx_styles& styles, word_paragraph& into) {
    for (const auto& child : element.children) {
        if (child.name == "oMath") {
            into.text += formula_of_office(child);
        } else if (child.name == "r") {
            const auto from = into.text.size();
            into.text += run_text(child);
            if (const auto marks = styles.marks_of_run(child.child("rPr")); marks != 0)
                into.marked.push_back({from, into.text.size(), marks});
        } else {
            read_runs(child, styles, into);
        }
    }
}

word_paragraph read_paragraph(const xml_node& element, const docx_styles& styles) {
    word_paragraph read;
    read_runs(element, styles, read);
    read.marks = marks_of(read, 0, read.text.size());
    const auto* properties = element.child("pPr");
    read.style = properties ? attribute_of_child(*properties, "pStyle", "val") : "";
    read.list = styles.numbering_of(properties);
    return read;
}

std::size_t columns_of(const xml_node& cell) {
    constexpr int most = 100;
    const auto* properties = cell.child("tcPr");
    const auto span = properties ? attribute_of_child(*properties, "gridSpan", "val") : "";
    return static_cast<std::size_t>(std::clamp(std::atoi(span.c_str()), 1, most));
}

class paragraph_reader {
  public:
    explicit paragraph_reader(docx_styles styles) : styles_(std::move(styles)) {}

    void read(const xml_node& element, std::optional<word_cell> cell) {
        for (const auto& child : element.children) {
            if (child.name == "p") {
                read_.push_back(read_paragraph(child, styles_));
                read_.back().cell = cell;
            } else if (child.name == "tbl") {
                read_table(child);
            } else {
                read(child, cell);
            }
        }
    }

    std::vector<word_paragraph> take() { return std::move(read_); }

  private:
    void read_table(const xml_node& table) {
        word_cell cell{tables_++, 0, 0};
        for_each_element(table, "tr", [&](const xml_node& row) {
            cell.column = 0;
            for_each_element(row, "tc", [&](const xml_node& each) {
                read(each, cell);
                cell.column += columns_of(each);
            });
            ++cell.row;
        });
    }

    docx_styles styles_;
    std::size_t tables_ = 0;
    std::vector<word_paragraph> read_;
};

/// The marks that all characters of a part have of which `counts` is true; nullopt if there are none.
template <class Predicate>
std::optional<unsigned> common_marks(const word_paragraph& paragraph, std::size_t from, std::size_t to,
                                     const Predicate& counts) {
    std::optional<unsigned> marks;
    auto part = std::ranges::upper_bound(paragraph.marked, from, {}, &word_paragraph::marked_part::to);
    while (from < to && marks != 0u) {
        const auto [value, length] = decode_at(paragraph.text, from);
        while (part != paragraph.marked.end() && part->to <= from)
            ++part;
        if (counts(value))
            marks = marks.value_or(word_marks::all) &
                    (part == paragraph.marked.end() || from < part->from ? 0 : part->marks);
        from += length;
    }
    return marks;
}

}  // namespace

unsigned marks_of(const word_paragraph& paragraph, std::size_t from, std::size_t to) {
    const auto words = common_marks(
        paragraph, from, to, [](char32_t value) { return !is_space(value) && !is_punctuation(value); });
    const auto is_seen = [](char32_t value) { return !is_space(value); };
    return words ? *words : common_marks(paragraph, from, to, is_seen).value_or(0);
}

std::vector<word_paragraph> docx_paragraphs(const xml_node& document, const xml_node* numbering,
                                            const xml_node* styles) {
    paragraph_reader reader(docx_styles(numbering, styles));
    reader.read(document, std::nullopt);
    return reader.take();
}

}  // namespace examwright
