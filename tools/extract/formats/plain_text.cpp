#include "tools/extract/formats/plain_text.hpp"

#include <array>
#include <cstddef>

#include "tools/extract/failure.hpp"
#include "tools/extract/formats/utf8.hpp"

namespace examwright::extract {

namespace {

std::string from_utf16(std::string_view bytes, bool little_endian) {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 2);
    char32_t high = 0;  // the first half of a pair that waits for the second
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        const auto a = static_cast<unsigned char>(bytes[i]);
        const auto b = static_cast<unsigned char>(bytes[i + 1]);
        const char32_t unit =
            little_endian ? static_cast<char32_t>(b << 8 | a) : static_cast<char32_t>(a << 8 | b);
        if (high != 0 && unit >= 0xDC00 && unit <= 0xDFFF) {
            append_utf8(out, 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00));
            high = 0;
            continue;
        }
        if (high != 0)
            append_utf8(out, replacement_character);
        high = unit >= 0xD800 && unit <= 0xDBFF ? unit : 0;
        if (high == 0)
            append_utf8(out, unit);
    }
    return out;
}

std::string from_windows_1252(std::string_view bytes) {
    constexpr std::array<char16_t, 32> from_0x80 = {
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        append_utf8(out, byte >= 0x80 && byte < 0xA0 ? from_0x80[byte - 0x80u] : byte);
    }
    return out;
}

std::string from_utf8_or_windows_1252(std::string_view bytes) {
    std::string repaired;
    repaired.reserve(bytes.size());
    std::size_t sequences = 0;
    std::size_t wrong = 0;
    for (std::string_view rest = bytes; !rest.empty();) {
        const auto [code_point, valid] = take_code_point(rest);
        wrong += valid ? 0 : 1;
        sequences += valid && code_point >= 0x80 ? 1 : 0;
        append_utf8(repaired, code_point);
    }
    // Text in Windows-1252 holds hardly a valid sequence, damaged UTF-8 far more of them than wrong bytes.
    return wrong > sequences ? from_windows_1252(bytes) : repaired;
}

}  // namespace

std::string decode_text(std::string_view bytes) {
    std::string text;
    if (bytes.starts_with("\xFF\xFE"))
        text = from_utf16(bytes.substr(2), true);
    else if (bytes.starts_with("\xFE\xFF"))
        text = from_utf16(bytes.substr(2), false);
    else
        text = from_utf8_or_windows_1252(bytes);
    if (text.find('\0') != std::string::npos)
        throw failure(extraction_exit::not_text, "there are zero bytes in it");
    return text;
}

}  // namespace examwright::extract
