#include "tools/extract/formats/image_pages.hpp"
#include "tools/fuzzing/document.hpp"

using namespace examwright;

/// The headers of an image; its pixels are other people's code, in a process of its own.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    for (const auto& page : extract::image_pages_of(fuzzing::as_text(data, size)))
        if (page.width == 0 || page.height == 0 || page.offset >= size)
            std::abort();
    return 0;
}
