#include "core/imports/docx_paragraphs.hpp"

#include <algorithm>

#include "core/imports/docx_styles.hpp"
#include "core/imports/math_markup.hpp"
#include "core/imports/scripts.hpp"

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

word_paragraph read_paragraph(const xml_node& element, const docx_styles& styles, bool in_table) {
    word_paragraph read;
    read.in_table = in_table;
    read_runs(element, styles, read);
    read.marks = marks_of(read, 0, read.text.size());
    const auto* properties = element.child("pPr");
    read.style = properties ? attribute_of_child(*properties, "pStyle", "val") : "";
    read.list = styles.numbering_of(properties);
    return read;
}

void read_paragraphs(const xml_node& element, const docx_styles& styles, bool in_table,
                     std::vector<word_paragraph>& into) {
    for (const auto& child : element.children) {
        if (child.name == "p")
            into.push_back(read_paragraph(child, styles, in_table));
        else
            read_paragraphs(child, styles, in_table || child.name == "tbl", into);
    }
}

}  // namespace

unsigned marks_of(const word_paragraph& paragraph, std::size_t from, std::size_t to) {
    bool is_blank = true;
    unsigned marks = word_marks::all;
    auto part = std::ranges::upper_bound(paragraph.marked, from, {}, &word_paragraph::marked_part::to);
    for (auto at = from; at < to && marks != 0; ++at) {
        if (std::string_view(" \t\n").find(paragraph.text[at]) != std::string_view::npos)
            continue;
        is_blank = false;
        while (part != paragraph.marked.end() && part->to <= at)
            ++part;
        marks &= part == paragraph.marked.end() || at < part->from ? 0 : part->marks;
    }
    return is_blank ? 0 : marks;
}

std::vector<word_paragraph> docx_paragraphs(const xml_node& document, const xml_node* numbering,
                                            const xml_node* styles) {
    std::vector<word_paragraph> paragraphs;
    read_paragraphs(document, docx_styles(numbering, styles), false, paragraphs);
    return paragraphs;
}

}  // namespace examwright
