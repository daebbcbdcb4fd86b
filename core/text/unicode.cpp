#include "core/text/unicode.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "core/text/ascii.hpp"

namespace examwright {
namespace {

constexpr char32_t replacement = 0xFFFD;

utf8proc_category_t category(char32_t value) {
    return utf8proc_category(static_cast<utf8proc_int32_t>(value));
}

bool between(utf8proc_category_t value, utf8proc_category_t first, utf8proc_category_t last) {
    return value >= first && value <= last;
}

bool is_ascii_alpha(char32_t value) {
    return (value | 0x20) >= 'a' && (value | 0x20) <= 'z';
}

}  // namespace

code_point decode_at(std::string_view text, std::size_t offset) {
    const auto byte = static_cast<unsigned char>(text[offset]);
    if (byte < 0x80)
        return {byte, 1};
    utf8proc_int32_t value = 0;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + offset,
                                         static_cast<utf8proc_ssize_t>(text.size() - offset), &value);
    if (length <= 0)
        return {replacement, 1};
    return {static_cast<char32_t>(value), static_cast<std::size_t>(length)};
}

std::size_t code_point_start(std::string_view text, std::size_t offset) {
    const auto lowest = offset > 3 ? offset - 3 : 0;
    auto start = offset;
    while (start > lowest && start < text.size() && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80)
        --start;
    return start;
}

code_point decode_before(std::string_view text, std::size_t offset) {
    const auto start = code_point_start(text, offset - 1);
    const auto found = decode_at(text, start);
    if (start + found.length == offset)
        return found;
    return {replacement, 1};
}

void append_utf8(std::string& text, char32_t value) {
    if (value < 0x80) {
        text += static_cast<char>(value);
        return;
    }
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(value), bytes.data());
    text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length));
}

bool is_letter(char32_t value) {
    if (value < 0x80)
        return is_ascii_alpha(value);
    return between(category(value), UTF8PROC_CATEGORY_LU, UTF8PROC_CATEGORY_LO);
}

bool is_upper(char32_t value) {
    if (value < 0x80)
        return value >= 'A' && value <= 'Z';
    return between(category(value), UTF8PROC_CATEGORY_LU, UTF8PROC_CATEGORY_LU) ||
           category(value) == UTF8PROC_CATEGORY_LT;
}

bool is_lower(char32_t value) {
    if (value < 0x80)
        return value >= 'a' && value <= 'z';
    return category(value) == UTF8PROC_CATEGORY_LL;
}

bool is_digit(char32_t value) {
    if (value < 0x80)
        return value >= '0' && value <= '9';
    return between(category(value), UTF8PROC_CATEGORY_ND, UTF8PROC_CATEGORY_NO);
}

bool is_mark(char32_t value) {
    return value >= 0x300 && between(category(value), UTF8PROC_CATEGORY_MN, UTF8PROC_CATEGORY_ME);
}

bool is_space(char32_t value) {
    if (value < 0x80)
        return value == ' ' || (value >= '\t' && value <= '\r') || (value >= 0x1C && value <= 0x1F);
    return value == 0x85 || between(category(value), UTF8PROC_CATEGORY_ZS, UTF8PROC_CATEGORY_ZP);
}

bool is_punctuation(char32_t value) {
    if (value < 0x80)
        return value > ' ' && value < 0x7F && !is_letter(value) && !is_digit(value) &&
               std::string_view("$+<=>^`|~").find(static_cast<char>(value)) == std::string_view::npos;
    return between(category(value), UTF8PROC_CATEGORY_PC, UTF8PROC_CATEGORY_PO);
}

bool is_math_or_currency(char32_t value) {
    return between(category(value), UTF8PROC_CATEGORY_SM, UTF8PROC_CATEGORY_SC);
}

bool is_unspaced(char32_t value) {
    struct range {
        char32_t first, last;
    };
    static constexpr range ranges[] = {
        {0x0E00, 0x0FFF},    // Thai, Lao, Tibetan
        {0x1000, 0x109F},    // Myanmar
        {0x1780, 0x17FF},    // Khmer
        {0x3005, 0x3007},    // 々 〆 〇
        {0x3041, 0x312F},    // Kana, Bopomofo
        {0x31F0, 0x31FF},    // Kana
        {0x3400, 0x4DBF},    // Han
        {0x4E00, 0x9FFF},    // Han
        {0xF900, 0xFAFF},    // Han
        {0xFF66, 0xFF9F},    // half-width Kana
        {0x20000, 0x3FFFF},  // Han
    };
    if (value < ranges[0].first)
        return false;
    const auto inside = [value](range r) { return value >= r.first && value <= r.last; };
    return std::any_of(std::begin(ranges), std::end(ranges), inside) && !is_punctuation(value);
}

bool reads_right_to_left(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto next = decode_at(text, i);
        switch (utf8proc_get_property(static_cast<utf8proc_int32_t>(next.value))->bidi_class) {
            case UTF8PROC_BIDI_CLASS_L: return false;
            case UTF8PROC_BIDI_CLASS_R:
            case UTF8PROC_BIDI_CLASS_AL: return true;
            default: i += next.length;
        }
    }
    return false;
}

void append_folded(std::string& text, char32_t value) {
    if (value < 0x80) {
        text += static_cast<char>(value >= 'A' && value <= 'Z' ? value + 0x20 : value);
        return;
    }
    constexpr auto options = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                                                            UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
    std::array<utf8proc_int32_t, 32> folded{};
    int boundary = 0;
    const auto count =
        utf8proc_decompose_char(static_cast<utf8proc_int32_t>(value), folded.data(),
                                static_cast<utf8proc_ssize_t>(folded.size()), options, &boundary);
    for (utf8proc_ssize_t i = 0; i < std::min<utf8proc_ssize_t>(count, folded.size()); ++i)
        append_utf8(text, static_cast<char32_t>(folded[static_cast<std::size_t>(i)]));
}

std::string casefold(std::string_view text) {
    std::string folded;
    folded.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const auto next = decode_at(text, i);
        append_folded(folded, next.value);
        i += next.length;
    }
    return folded;
}

std::string composed(std::string_view text) {
    if (is_ascii(text))
        return std::string(text);
    utf8proc_uint8_t* mapped = nullptr;
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &mapped,
                                     static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    if (length < 0)
        return std::string(text);  // no valid UTF-8
    std::string found(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length));
    std::free(mapped);
    return found;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty()) {
        const auto first = decode_at(text, 0);
        if (!is_space(first.value))
            break;
        text.remove_prefix(first.length);
    }
    while (!text.empty()) {
        const auto last = decode_before(text, text.size());
        if (!is_space(last.value))
            break;
        text.remove_suffix(last.length);
    }
    return text;
}

bool is_valid_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto next = decode_at(text, i);
        if (next.value == replacement && next.length == 1)
            return false;
        i += next.length;
    }
    return true;
}

std::string to_valid_utf8(std::string_view text) {
    std::string valid;
    valid.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const auto next = decode_at(text, i);
        if (next.value == replacement && next.length == 1)
            append_utf8(valid, replacement);
        else
            valid.append(text, i, next.length);
        i += next.length;
    }
    return valid;
}

}  // namespace examwright
