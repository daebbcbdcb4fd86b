#include "core/document/unicode_encoding.hpp"

#include <algorithm>

#include "core/text/unicode.hpp"

namespace examwright {
namespace {

constexpr char32_t no_character = 0xFFFD;

bool is_surrogate(char32_t value) {
    return value >= 0xD800 && value <= 0xDFFF;
}

void append_scalar(std::string& text, char32_t value) {
    append_utf8(text, value > 0x10FFFF || is_surrogate(value) ? no_character : value);
}

char32_t unit_at(std::string_view bytes, std::size_t at, std::size_t width, bool little_endian) {
    char32_t value = 0;
    for (std::size_t i = 0; i < width; ++i)
        value = value << 8 | static_cast<unsigned char>(bytes[little_endian ? at + width - 1 - i : at + i]);
    return value;
}

bool is_control(char32_t value) {
    return (value < 0x20 && (value < '\t' || value > '\r') && value != 0x1B && value != 0x1A) ||
           (value >= 0x7F && value < 0xA0 && value != 0x85);
}

bool is_known(char32_t value) {
    return is_word_part(value) || is_space(value) || is_punctuation(value) || is_math_or_currency(value) ||
           (value >= 0x2000 && value < 0x3400) || value == 0xFEFF || value == 0x1A;
}

/// How often a text has the characters that stand in texts of every script; 0 where it is none at all.
std::size_t plausibility(std::string_view text) {
    std::size_t common = 0;
    std::size_t unknown = 0;
    std::size_t all = 0;
    for (std::size_t i = 0; i < text.size(); ++all) {
        const auto next = decode_at(text, i);
        i += next.length;
        if (is_control(next.value) || next.value == no_character)
            return 0;
        const bool ascii = next.value < 0x80;
        common += ascii || next.value == 0x3001 || next.value == 0x3002 || next.value == 0xFF0C ? 1u : 0u;
        unknown += is_known(next.value) || ascii ? 0u : 1u;
    }
    return unknown * 20 > all || common * 100 < all ? 0 : common + 1;
}

/// The bytes without a unit that the end of the sample cut.
std::string_view whole_units(std::string_view bytes, std::size_t width) {
    return bytes.substr(0, bytes.size() - bytes.size() % width);
}

std::string_view whole_pairs(std::string_view bytes, bool little_endian) {
    bytes = whole_units(bytes, 2);
    if (bytes.size() < 2)
        return bytes;
    const auto last = unit_at(bytes, bytes.size() - 2, 2, little_endian);
    return last >= 0xD800 && last < 0xDC00 ? bytes.substr(0, bytes.size() - 2) : bytes;
}

/// Whether the bytes are text but for a few zero bytes among them. In UTF-16 the letters of such text would
/// have every other byte zero.
bool has_stray_zeros(std::string_view bytes) {
    std::size_t zeros[2] = {};
    std::string rest;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (bytes[i] == '\0')
            ++zeros[i % 2];
        else
            rest += bytes[i];
    }
    if (rest.size() > 8)  // the sample's end may have cut a character
        rest.resize(code_point_start(rest, rest.size() - 4));
    const bool few = std::max(zeros[0], zeros[1]) * 4 < bytes.size();
    return few && is_valid_utf8(rest) && plausibility(rest) > 0;
}

unicode_encoding by_zero_bytes(std::string_view bytes) {
    constexpr std::size_t enough = 4096;
    bytes = bytes.substr(0, enough);
    if (has_stray_zeros(bytes))
        return unicode_encoding::none;
    if (plausibility(from_utf32(whole_units(bytes, 4), true)) > 0)
        return unicode_encoding::utf32le;
    if (plausibility(from_utf32(whole_units(bytes, 4), false)) > 0)
        return unicode_encoding::utf32be;
    const auto little = plausibility(from_utf16(whole_pairs(bytes, true), true));
    const auto big = plausibility(from_utf16(whole_pairs(bytes, false), false));
    if (little == 0 && big == 0)
        return unicode_encoding::none;
    return little >= big ? unicode_encoding::utf16le : unicode_encoding::utf16be;
}

}  // namespace

detected_encoding detect_unicode(std::string_view bytes) {
    using namespace std::string_view_literals;
    if (bytes.starts_with("\xEF\xBB\xBF"))
        return {unicode_encoding::utf8, 3};
    if (bytes.starts_with("\xFF\xFE\0\0"sv))
        return {unicode_encoding::utf32le, 4};
    if (bytes.starts_with("\0\0\xFE\xFF"sv))
        return {unicode_encoding::utf32be, 4};
    if (bytes.starts_with("\xFF\xFE"))
        return {unicode_encoding::utf16le, 2};
    if (bytes.starts_with("\xFE\xFF"))
        return {unicode_encoding::utf16be, 2};
    if (bytes.find('\0') == bytes.npos)
        return {};
    return {by_zero_bytes(bytes), 0};
}

std::string from_utf16(std::string_view bytes, bool little_endian) {
    std::string text;
    text.reserve(bytes.size());
    char32_t high = 0;  // the first half of a pair that waits for the second
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        const auto unit = unit_at(bytes, i, 2, little_endian);
        if (high != 0 && unit >= 0xDC00 && unit <= 0xDFFF) {
            append_scalar(text, 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00));
            high = 0;
            continue;
        }
        if (high != 0)
            append_scalar(text, no_character);
        high = unit >= 0xD800 && unit <= 0xDBFF ? unit : 0;
        if (high == 0)
            append_scalar(text, unit);
    }
    if (high != 0)
        append_scalar(text, no_character);
    return text;
}

std::string from_utf32(std::string_view bytes, bool little_endian) {
    std::string text;
    text.reserve(bytes.size() / 2);
    for (std::size_t i = 0; i + 3 < bytes.size(); i += 4)
        append_scalar(text, unit_at(bytes, i, 4, little_endian));
    return text;
}

std::string decode_unicode(std::string_view bytes, detected_encoding encoding) {
    const auto body = bytes.substr(encoding.mark_bytes);
    switch (encoding.encoding) {
        case unicode_encoding::utf16le: return from_utf16(body, true);
        case unicode_encoding::utf16be: return from_utf16(body, false);
        case unicode_encoding::utf32le: return from_utf32(body, true);
        case unicode_encoding::utf32be: return from_utf32(body, false);
        case unicode_encoding::unmarked:
        case unicode_encoding::utf8:
        case unicode_encoding::none: break;
    }
    return std::string(body);
}

}  // namespace examwright
