#include "tools/extract/formats/plain_text.hpp"

#include "tools/fuzzing/document.hpp"

using namespace examwright;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    return fuzzing::read_document(
        [](std::string_view bytes) { return extract::paragraphs_of(extract::decode_text(bytes)); },
        fuzzing::as_text(data, size));
}
