#include "core/imports/docx_paragraphs.hpp"

#include <algorithm>
#include <map>

#include "core/imports/scripts.hpp"
#include "core/text/unicode.hpp"

namespace examwright {

namespace {

using numbering_kind = word_paragraph::numbering;
using numbering_formats = std::map<std::string, numbering_kind>;  // by "numId/level"

numbering_kind kind_of(std::string_view format) {
    if (format == "decimal" || format == "decimalZero" || format == "ordinal")
        return numbering_kind::number;
    return format == "upperLetter" || format == "lowerLetter" ? numbering_kind::letter : numbering_kind::none;
}

std::string attribute_of_child(const xml_node& element, std::string_view child, std::string_view name) {
    const auto* found = element.child(child);
    return found ? std::string(found->attribute(name)) : "";
}

numbering_formats read_numbering(const xml_node* root) {
    numbering_formats formats;
    if (!root)
        return formats;
    std::map<std::string, const xml_node*> abstract;
    for (const auto& each : root->children)
        if (each.name == "abstractNum")
            abstract.emplace(each.attribute("abstractNumId"), &each);
    for (const auto& each : root->children) {
        const auto found = each.name == "num"
                               ? abstract.find(attribute_of_child(each, "abstractNumId", "val"))
                               : abstract.end();
        if (found == abstract.end())
            continue;
        for (const auto& level : found->second->children)
            if (level.name == "lvl")
                formats.emplace(
                    std::string(each.attribute("numId")) + "/" + std::string(level.attribute("ilvl")),
                    kind_of(attribute_of_child(level, "numFmt", "val")));
    }
    return formats;
}

bool is_on(const xml_node& properties, std::string_view name) {
    const auto* found = properties.child(name);
    if (!found)
        return false;
    const auto value = found->attribute("val");
    return value != "0" && value != "false" && value != "none";
}

bool is_run_marked(const xml_node& run) {
    const auto* properties = run.child("rPr");
    return properties &&
           (is_on(*properties, "b") || is_on(*properties, "u") || is_on(*properties, "highlight"));
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

word_paragraph read_paragraph(const xml_node& element, const numbering_formats& formats) {
    word_paragraph read;
    for_each_element(element, "r", [&](const xml_node& run) {
        const auto from = read.text.size();
        read.text += run_text(run);
        if (is_run_marked(run))
            read.marks.emplace_back(from, read.text.size());
    });
    read.marked = is_marked(read, 0, read.text.size());
    const auto* properties = element.child("pPr");
    read.style = properties ? attribute_of_child(*properties, "pStyle", "val") : "";
    const auto* list = properties ? properties->child("numPr") : nullptr;
    if (list) {
        const auto found = formats.find(attribute_of_child(*list, "numId", "val") + "/" +
                                        attribute_of_child(*list, "ilvl", "val"));
        if (found != formats.end())
            read.list = found->second;
    }
    return read;
}

}  // namespace

bool is_marked(const word_paragraph& paragraph, std::size_t from, std::size_t to) {
    bool is_blank = true;
    auto marks =
        std::ranges::upper_bound(paragraph.marks, from, {}, [](const auto& mark) { return mark.second; });
    for (auto at = from; at < to; ++at) {
        if (std::string_view(" \t\n").find(paragraph.text[at]) != std::string_view::npos)
            continue;
        is_blank = false;
        while (marks != paragraph.marks.end() && marks->second <= at)
            ++marks;
        if (marks == paragraph.marks.end() || at < marks->first)
            return false;
    }
    return !is_blank;
}

std::vector<word_paragraph> docx_paragraphs(const xml_node& document, const xml_node* numbering) {
    const auto formats = read_numbering(numbering);
    std::vector<word_paragraph> paragraphs;
    for_each_element(document, "p", [&](const xml_node& element) {
        paragraphs.push_back(read_paragraph(element, formats));
    });
    return paragraphs;
}

}  // namespace examwright
