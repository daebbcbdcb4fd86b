#include "tools/extract/formats/docx.hpp"

#include "test/support/zip_writer.hpp"
#include "tools/fuzzing/document.hpp"

using namespace examwright;

/// The XML of a document within an archive that is whole: the archive's own reader is another target.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string xml(fuzzing::as_text(data, size));
    return fuzzing::read_document(extract::read_docx, test::zip_of({{"word/document.xml", xml}}));
}
