#include "tools/extract/formats/epub.hpp"

#include "tools/fuzzing/document.hpp"

using namespace examwright;

/// The whole archive.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    return fuzzing::read_document(extract::read_epub, fuzzing::as_text(data, size));
}
