#pragma once

#include <zlib.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>

namespace examwright::test {

namespace png {

inline std::string number(std::size_t value) {
    std::string out;
    for (int shift = 24; shift >= 0; shift -= 8)
        out += static_cast<char>(value >> shift & 0xFF);
    return out;
}

inline std::string chunk(const std::string& name_and_content) {
    const auto* bytes = reinterpret_cast<const Bytef*>(name_and_content.data());
    return number(name_and_content.size() - 4) + name_and_content +
           number(crc32(0, bytes, static_cast<uInt>(name_and_content.size())));
}

}  // namespace png

/// A gray PNG of one bit a pixel, every byte of whose `rows` (all, where it is 0) is `byte`. Its pixels are
/// deflated row by row: of any size it takes little memory to make.
inline std::string write_png(std::size_t width, std::size_t height, unsigned char byte,
                             std::size_t rows = 0) {
    z_stream stream{};
    if (deflateInit(&stream, 9) != Z_OK)
        throw std::runtime_error("deflateInit");
    std::string packed;
    const auto feed = [&](std::string piece, int flush) {
        stream.next_in = reinterpret_cast<Bytef*>(piece.data());
        stream.avail_in = static_cast<uInt>(piece.size());
        char out[4096];
        do {
            stream.next_out = reinterpret_cast<Bytef*>(out);
            stream.avail_out = sizeof(out);
            deflate(&stream, flush);
            packed.append(out, sizeof(out) - stream.avail_out);
        } while (stream.avail_out == 0);
    };
    const auto row = std::string(1, '\0') +
                     std::string((std::min<std::size_t>(width, 1 << 20) + 7) / 8, static_cast<char>(byte));
    for (std::size_t i = 0; i < (rows > 0 ? rows : height); ++i)
        feed(row, Z_NO_FLUSH);
    feed("", Z_FINISH);
    deflateEnd(&stream);
    return "\x89PNG\r\n\x1A\n" +
           png::chunk("IHDR" + png::number(width) + png::number(height) + std::string("\1\0\0\0\0", 5)) +
           png::chunk("IDAT" + packed) + png::chunk("IEND");
}

}  // namespace examwright::test
