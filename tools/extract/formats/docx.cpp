#include "tools/extract/formats/docx.hpp"

#include <optional>

#include "tools/extract/failure.hpp"
#include "tools/extract/formats/docx_body.hpp"
#include "tools/extract/formats/docx_styles.hpp"
#include "tools/extract/formats/ooxml_package.hpp"

namespace examwright::extract {

namespace {

/// Whether the page breaks of the last layout are in it.
bool has_layout(const xml_node& body) {
    bool found = false;
    for_each_node(body, "w:lastRenderedPageBreak", [&](const xml_node&) { found = true; });
    return found;
}

}  // namespace

extracted read_docx(std::string_view bytes) {
    ooxml_package package(bytes);
    const auto main = package.main_part("word/document.xml");
    const auto document = package.xml(main);
    const auto* body = document ? document->child("w:body") : nullptr;
    if (!body)
        throw failure(extraction_exit::damaged, "the document's body is missing");
    const auto related = package.relationships_of(main);
    const auto styles = package.xml(target_of(related, "styles"));
    const auto footnotes = package.xml(target_of(related, "footnotes"));
    const auto endnotes = package.xml(target_of(related, "endnotes"));
    docx_parts parts;
    if (styles)
        parts.styles = docx_styles(*styles);
    parts.footnotes = footnotes ? &*footnotes : nullptr;
    parts.endnotes = endnotes ? &*endnotes : nullptr;
    parts.has_layout = has_layout(*body);
    return read_docx_body(*body, parts);
}

}  // namespace examwright::extract
