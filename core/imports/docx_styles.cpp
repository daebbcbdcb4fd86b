#include "core/imports/docx_styles.hpp"

#include <string_view>

namespace examwright {

namespace {

using numbering_kind = word_paragraph::numbering;

numbering_kind kind_of_format(std::string_view format) {
    if (format == "decimal" || format == "decimalZero" || format == "ordinal")
        return numbering_kind::number;
    return format == "upperLetter" || format == "lowerLetter" ? numbering_kind::letter : numbering_kind::none;
}

std::string value_of_child(const xml_node& element, std::string_view child, std::string_view name = "val") {
    const auto* found = element.child(child);
    return found ? std::string(found->attribute(name)) : "";
}

bool is_on(const xml_node& properties, std::string_view name) {
    const auto* found = properties.child(name);
    if (!found)
        return false;
    const auto value = found->attribute("val");
    return value != "0" && value != "false" && value != "none";
}

bool is_colour(std::string_view value, std::string_view plain) {
    return !value.empty() && value != "auto" && value != plain;
}

unsigned marks_in(const xml_node& properties) {
    unsigned marks = 0;
    if (is_on(properties, "b"))
        marks |= word_marks::bold;
    if (is_on(properties, "u"))
        marks |= word_marks::underlined;
    if (is_on(properties, "highlight") || is_colour(value_of_child(properties, "shd", "fill"), "FFFFFF"))
        marks |= word_marks::highlighted;
    if (is_colour(value_of_child(properties, "color"), "000000"))
        marks |= word_marks::coloured;
    return marks;
}

}  // namespace

docx_styles::docx_styles(const xml_node* numbering, const xml_node* styles) {
    if (numbering)
        read_numbering(*numbering);
    if (styles)
        read_styles(*styles);
}

void docx_styles::read_numbering(const xml_node& root) {
    std::map<std::string, const xml_node*> abstract;
    for (const auto& each : root.children)
        if (each.name == "abstractNum")
            abstract.emplace(each.attribute("abstractNumId"), &each);
    for (const auto& each : root.children) {
        const auto found =
            each.name == "num" ? abstract.find(value_of_child(each, "abstractNumId")) : abstract.end();
        if (found == abstract.end())
            continue;
        const auto list = std::string(each.attribute("numId")) + "/";
        for (const auto& level : found->second->children) {
            if (level.name != "lvl")
                continue;
            const std::string index(level.attribute("ilvl"));
            formats_.emplace(list + index, kind_of_format(value_of_child(level, "numFmt")));
            if (const auto style = value_of_child(level, "pStyle"); !style.empty())
                levels_of_styles_.emplace(list + style, index);
        }
    }
}

void docx_styles::read_styles(const xml_node& root) {
    for (const auto& style : root.children) {
        if (style.name != "style")
            continue;
        const std::string id(style.attribute("styleId"));
        bases_.emplace(id, value_of_child(style, "basedOn"));
        const auto* paragraph = style.child("pPr");
        if (const auto* list = paragraph ? paragraph->child("numPr") : nullptr)
            lists_.emplace(id, list_level{value_of_child(*list, "numId"), value_of_child(*list, "ilvl")});
        if (const auto* run = style.child("rPr"))
            marks_.emplace(id, marks_in(*run));
    }
}

docx_styles::list_level docx_styles::level_of_style(std::string style) const {
    constexpr int deepest = 10;  // of styles that are based on others
    for (int depth = 0; depth < deepest && !style.empty(); ++depth) {
        if (const auto found = lists_.find(style); found != lists_.end())
            return found->second;
        const auto base = bases_.find(style);
        style = base == bases_.end() ? "" : base->second;
    }
    return {};
}

numbering_kind docx_styles::format_of(const list_level& place, const std::string& style) const {
    auto level = place.level;
    if (const auto named = levels_of_styles_.find(place.list + "/" + style);
        level.empty() && named != levels_of_styles_.end())
        level = named->second;
    const auto found = formats_.find(place.list + "/" + (level.empty() ? "0" : level));
    return found == formats_.end() ? numbering_kind::none : found->second;
}

numbering_kind docx_styles::numbering_of(const xml_node* properties) const {
    if (!properties)
        return numbering_kind::none;
    const auto style = value_of_child(*properties, "pStyle");
    auto place = level_of_style(style);
    if (const auto* list = properties->child("numPr")) {
        if (const auto own = value_of_child(*list, "numId"); !own.empty())
            place.list = own;
        if (const auto own = value_of_child(*list, "ilvl"); !own.empty())
            place.level = own;
    }
    return format_of(place, style);
}

unsigned docx_styles::marks_of_run(const xml_node* properties) const {
    if (!properties)
        return 0;
    const auto style = marks_.find(value_of_child(*properties, "rStyle"));
    return marks_in(*properties) | (style == marks_.end() ? 0 : style->second);
}

}  // namespace examwright
