#include "tools/extract/formats/pdf_painter.hpp"

#include <cstdint>
#include <string_view>

using namespace examwright::extract;

/// The content streams of a PDF.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view content(reinterpret_cast<const char*>(data), size);
    page_paint found;
    std::size_t bytes_left = most_content_bytes;
    content_painter painter(found, bytes_left);
    painter.follow(content, QPDFObjectHandle::newDictionary());
    return 0;
}
