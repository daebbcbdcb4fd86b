#include "core/document/extraction_protocol.hpp"

#include <cstdint>

/// What a taken-over reading process might send to the server. Memory stays within the limits.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    examwright::extraction_protocol_reader reader(1000);
    for (std::size_t at = 0; at < size; at += 7)
        if (!reader.feed(bytes.substr(at, 7)))
            return 0;
    if (reader.complete())
        (void)reader.take_report();
    return 0;
}
