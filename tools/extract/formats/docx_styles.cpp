#include "tools/extract/formats/docx_styles.hpp"

#include <algorithm>

namespace examwright::extract {

namespace {

constexpr int longest_chain = 16;  // of styles that are based on each other

std::string lower_ascii(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

block_kind kind_named(std::string_view name) {
    if (name.starts_with("toc") || name.starts_with("index") || name == "table of figures")
        return block_kind::contents;
    if (name.starts_with("heading") || name == "title" || name == "subtitle")
        return block_kind::heading;
    if (name.starts_with("bibliography"))
        return block_kind::references;
    if (name.find("source code") != name.npos || name == "html preformatted" || name.find("code") == 0)
        return block_kind::code;
    return name.starts_with("list") ? block_kind::list : block_kind::prose;
}

}  // namespace

bool is_on(const xml_node* properties, std::string_view name) {
    const auto* found = properties ? properties->child(name) : nullptr;
    if (!found)
        return false;
    const auto value = found->attribute("w:val");
    return value != "0" && value != "false" && value != "off";
}

bool is_shaded(const xml_node* properties) {
    const auto* shading = properties ? properties->child("w:shd") : nullptr;
    if (!shading)
        return false;
    const auto fill = shading->attribute("w:fill");
    const auto pattern = shading->attribute("w:val");
    const bool plain = pattern.empty() || pattern == "clear" || pattern == "nil";
    const bool white = fill.empty() || fill == "auto" || fill == "FFFFFF" || fill == "ffffff";
    return !plain || !white || !shading->attribute("w:themeFill").empty();
}

docx_styles::docx_styles(const xml_node& styles) {
    for (const auto& each : styles.children) {
        if (each.name != "w:style")
            continue;
        style read;
        read.name = lower_ascii(each.child_attribute("w:name", "w:val"));
        read.parent = each.child_attribute("w:basedOn", "w:val");
        const auto* run = each.child("w:rPr");
        read.hidden = is_on(run, "w:vanish") || is_on(run, "w:specVanish");
        read.shaded = is_shaded(run) || is_shaded(each.child("w:pPr"));
        if (const auto* paragraph = each.child("w:pPr")) {
            const auto level = paragraph->child_attribute("w:outlineLvl", "w:val");
            read.heading = !level.empty() && level != "9";
            read.list = paragraph->child("w:numPr") != nullptr;
        }
        styles_[std::string(each.attribute("w:styleId"))] = std::move(read);
    }
}

block_kind docx_styles::kind_of(std::string_view id) const {
    for (int i = 0; i < longest_chain; ++i) {
        const auto found = styles_.find(id);
        if (found == styles_.end())
            return kind_named(lower_ascii(id));
        const auto& own = found->second;
        if (const auto kind = kind_named(own.name); kind != block_kind::prose)
            return kind;
        if (own.heading || own.list)
            return own.heading ? block_kind::heading : block_kind::list;
        if (own.parent.empty())
            break;
        id = own.parent;
    }
    return block_kind::prose;
}

bool docx_styles::hides(std::string_view id) const {
    return has(id, &style::hidden);
}

bool docx_styles::shades(std::string_view id) const {
    return has(id, &style::shaded);
}

bool docx_styles::has(std::string_view id, bool style::*property) const {
    for (int i = 0; i < longest_chain && !id.empty(); ++i) {
        const auto found = styles_.find(id);
        if (found == styles_.end())
            return false;
        if (found->second.*property)
            return true;
        id = found->second.parent;
    }
    return false;
}

}  // namespace examwright::extract
