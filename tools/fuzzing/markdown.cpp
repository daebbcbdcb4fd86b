#include "tools/extract/formats/markdown.hpp"

#include "tools/fuzzing/document.hpp"

using namespace examwright;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    return fuzzing::read_document(extract::read_markdown, fuzzing::as_text(data, size));
}
