#pragma once

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/document/extraction_protocol.hpp"
#include "tools/extract/failure.hpp"
#include "tools/extract/formats/blocks.hpp"

namespace examwright::fuzzing {

/// What a reader makes of any file is either a failure that it tells, or a report that the server takes.
inline int read_document(extract::extracted (*read)(std::string_view), std::string_view bytes) {
    try {
        const auto lines = report_lines(extract::assemble(read(bytes)));
        extraction_protocol_reader server(lines.size());
        if (!server.feed(lines) || !server.complete())
            std::abort();
    } catch (const extract::failure&) {
    }
    return 0;
}

inline std::string_view as_text(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

}  // namespace examwright::fuzzing
