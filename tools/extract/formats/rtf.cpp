#include "tools/extract/formats/rtf.hpp"

#include <string>

#include "tools/extract/failure.hpp"
#include "tools/extract/formats/rtf_reader.hpp"

namespace examwright::extract {

extracted read_rtf(std::string_view bytes) {
    const auto begin = bytes.find("{\\rtf");
    if (begin == bytes.npos)
        throw failure(extraction_exit::damaged, "this is no rich text");
    return rtf_reader(bytes.substr(begin)).read();
}

}  // namespace examwright::extract
