#include "tools/extract/formats/odf.hpp"

#include "tools/extract/failure.hpp"
#include "tools/extract/formats/odf_body.hpp"
#include "tools/extract/formats/odf_styles.hpp"
#include "tools/extract/formats/zip_reader.hpp"

namespace examwright::extract {

namespace {

/// The manifest names what is encrypted; the parts themselves are then no XML.
void refuse_encrypted(zip_reader& zip) {
    const auto manifest = zip.read("META-INF/manifest.xml");
    if (manifest && manifest->find("encryption-data") != manifest->npos)
        throw failure(extraction_exit::encrypted, "the document is protected by a password");
}

}  // namespace

extracted read_odf(std::string_view bytes) {
    zip_reader zip(bytes);
    refuse_encrypted(zip);
    const auto content = zip.read("content.xml");
    if (!content)
        throw failure(extraction_exit::damaged, "the document's content is missing");
    const auto document = parse_xml(*content);
    odf_styles styles;
    if (const auto own = zip.read("styles.xml"))
        styles.add(parse_xml(*own));
    styles.add(document);
    const auto* body = document.child("office:body");
    if (!body)
        throw failure(extraction_exit::damaged, "the document's body is missing");
    return read_odf_body(*body, styles);
}

}  // namespace examwright::extract
