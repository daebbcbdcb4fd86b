#include "tools/extract/formats/odf_styles.hpp"

namespace examwright::extract {

namespace {

constexpr int longest_odf_chain = 16;

bool is_page(std::string_view value) {
    return value == "page" || value == "even-page" || value == "odd-page";
}

}  // namespace

void odf_styles::add(const xml_node& document) {
    for (const char* part : {"office:styles", "office:automatic-styles"})
        if (const auto* styles = document.child(part))
            for (const auto& each : styles->children)
                if (each.name == "style:style")
                    add_style(each);
}

void odf_styles::add_style(const xml_node& node) {
    style read;
    const auto name = node.attribute("style:name");
    read.parent = node.attribute("style:parent-style-name");
    read.heading = name == "Title" || name == "Subtitle" || name.starts_with("Heading");
    read.code = name.starts_with("Preformatted") || name.starts_with("Source");
    read.break_before = !node.attribute("style:master-page-name").empty();
    if (const auto* text = node.child("style:text-properties")) {
        read.hidden = text->attribute("text:display") == "none";
        const auto position = text->attribute("style:text-position");
        read.raised =
            position.starts_with("super") || (!position.empty() && position[0] >= '1' && position[0] <= '9');
        read.lowered = position.starts_with("sub") || position.starts_with("-");
    }
    if (const auto* paragraph = node.child("style:paragraph-properties")) {
        read.break_before = read.break_before || is_page(paragraph->attribute("fo:break-before"));
        read.break_after = is_page(paragraph->attribute("fo:break-after"));
    }
    if (const auto* slide = node.child("style:drawing-page-properties"))
        read.hidden = slide->attribute("presentation:visibility") == "hidden";
    if (const auto* section = node.child("style:section-properties"))
        read.hidden = read.hidden || section->attribute("text:display") == "none";
    styles_[std::string(name)] = std::move(read);
}

odf_styles::style odf_styles::find(std::string_view name) const {
    style found;
    for (int i = 0; i < longest_odf_chain && !name.empty(); ++i) {
        const auto at = styles_.find(name);
        if (at == styles_.end())
            break;
        const auto& own = at->second;
        found.hidden = found.hidden || own.hidden;
        found.break_before = found.break_before || (i == 0 && own.break_before);
        found.break_after = found.break_after || (i == 0 && own.break_after);
        found.raised = found.raised || own.raised;
        found.lowered = found.lowered || own.lowered;
        found.heading = found.heading || own.heading;
        found.code = found.code || own.code;
        name = own.parent;
    }
    return found;
}

}  // namespace examwright::extract
