#include "tools/extract/formats/pdf_layout.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "tools/fuzzing/document.hpp"

using namespace examwright;

namespace {

extract::extracted lay_out_boxes(std::string_view xml) {
    extract::box_reader reader;
    for (; !xml.empty(); xml.remove_prefix(std::min<std::size_t>(xml.size(), 1000)))
        reader.feed(xml.substr(0, 1000));
    extract::extracted found;
    for (auto& page : reader.pages())
        extract::prepare(page);
    found.pages = extract::lay_out(std::move(reader.pages()));
    return found;
}

}  // namespace

/// The boxes of pdftotext, whose words and places a PDF decides.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    return fuzzing::read_document(lay_out_boxes, fuzzing::as_text(data, size));
}
