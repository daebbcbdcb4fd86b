#include "tools/extract/formats/pptx.hpp"

#include <set>
#include <string>

#include "tools/extract/failure.hpp"
#include "tools/extract/formats/ooxml_package.hpp"
#include "tools/extract/formats/page_builder.hpp"
#include "tools/extract/formats/pptx_shapes.hpp"

namespace examwright::extract {

namespace {

/// What a slide's frames show from other parts.
void add_linked_parts(ooxml_package& package, const xml_node& slide,
                      const ooxml_package::relationships& related, page_builder& pages) {
    for_each_node(slide, "a:graphicData", [&](const xml_node& frame) {
        for (const auto& shown : frame.children) {
            const bool chart = shown.name == "c:chart";
            const auto id = shown.attribute(chart ? "r:id" : "r:dm");
            const auto found = related.find(id);
            if (id.empty() || found == related.end())
                continue;
            if (const auto part = package.xml(found->second.target))
                add_pptx_graphic(*part, pages);
        }
    });
}

void add_notes(ooxml_package& package, const ooxml_package::relationships& related, page_builder& pages) {
    const auto target = target_of(related, "notesSlide");
    const auto notes = target.empty() ? std::nullopt : package.xml(target);
    if (notes)
        add_pptx_notes(*notes, pages);
}

void add_slide(ooxml_package& package, const std::string& part, page_builder& pages) {
    const auto slide = package.xml(part);
    if (!slide)
        throw failure(extraction_exit::damaged, "a slide is missing");
    const auto show = slide->attribute("show");
    if (show == "0" || show == "false")
        return;
    const auto related = package.relationships_of(part);
    add_pptx_shapes(*slide, pages);
    add_linked_parts(package, *slide, related, pages);
    add_notes(package, related, pages);
}

}  // namespace

extracted read_pptx(std::string_view bytes) {
    ooxml_package package(bytes);
    const auto main = package.main_part("ppt/presentation.xml");
    const auto presentation = package.xml(main);
    const auto* slides = presentation ? presentation->child("p:sldIdLst") : nullptr;
    if (!slides)
        throw failure(extraction_exit::no_text, "there are no slides");
    const auto related = package.relationships_of(main);
    page_builder pages;
    std::set<std::string> done;  // a slide that is listed again adds nothing
    bool first = true;
    for (const auto& each : slides->children) {
        const auto found = related.find(each.attribute("r:id"));
        if (each.name != "p:sldId" || found == related.end() || !done.insert(found->second.target).second)
            continue;
        if (!first)
            pages.next_page();
        first = false;
        add_slide(package, found->second.target, pages);
    }
    return pages.take("slide");
}

}  // namespace examwright::extract
