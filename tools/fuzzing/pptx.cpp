#include "tools/extract/formats/pptx.hpp"

#include "test/support/zip_writer.hpp"
#include "tools/fuzzing/document.hpp"

using namespace examwright;

/// The XML of a slide.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto archive = test::zip_of(
        {{"ppt/presentation.xml",
          "<p:presentation xmlns:p='http://schemas.openxmlformats.org/presentationml/2006/main' "
          "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><p:sldIdLst>"
          "<p:sldId r:id='a'/></p:sldIdLst></p:presentation>"},
         {"ppt/_rels/presentation.xml.rels",
          "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship "
          "Id='a' Type='http://x/slide' Target='slides/1.xml'/></Relationships>"},
         {"ppt/slides/1.xml", std::string(fuzzing::as_text(data, size))}});
    return fuzzing::read_document(extract::read_pptx, archive);
}
