#include "tools/extract/formats/utf8.hpp"

namespace examwright::extract {

namespace {

bool is_scalar(char32_t c) {
    return c < 0xD800 || (c > 0xDFFF && c <= 0x10FFFF);
}

}  // namespace

decoded take_code_point(std::string_view& bytes) {
    const auto byte_at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const unsigned char first = byte_at(0);
    const std::size_t length = first < 0x80   ? 1
                               : first < 0xC2 ? 0
                               : first < 0xE0 ? 2
                               : first < 0xF0 ? 3
                               : first < 0xF5 ? 4
                                              : 0;
    constexpr char32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    decoded found;
    if (length >= 1 && length <= bytes.size()) {
        char32_t value = length == 1 ? first : first & (0x7Fu >> length);
        bool valid = true;
        for (std::size_t i = 1; i < length; ++i) {
            valid = valid && (byte_at(i) & 0xC0) == 0x80;
            value = value << 6 | (byte_at(i) & 0x3Fu);
        }
        if (valid && value >= smallest[length] && is_scalar(value))
            found = {value, true};
    }
    bytes.remove_prefix(found.valid ? length : 1);
    return found;
}

void append_utf8(std::string& out, char32_t c) {
    const auto put = [&](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (!is_scalar(c))
        c = replacement_character;
    if (c < 0x80)
        return put(c);
    if (c < 0x800) {
        put(0xC0 | c >> 6);
    } else if (c < 0x10000) {
        put(0xE0 | c >> 12);
        put(0x80 | (c >> 6 & 0x3F));
    } else {
        put(0xF0 | c >> 18);
        put(0x80 | (c >> 12 & 0x3F));
        put(0x80 | (c >> 6 & 0x3F));
    }
    put(0x80 | (c & 0x3F));
}

}  // namespace examwright::extract
