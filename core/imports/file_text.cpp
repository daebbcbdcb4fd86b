#include "core/imports/file_text.hpp"

#include <algorithm>

#include "core/document/unicode_encoding.hpp"
#include "core/text/unicode.hpp"

namespace examwright {

namespace {

// Windows-1252 from 0x80 to 0x9F; 0 where it has no character. The rest of it is Latin-1.
constexpr char32_t above_ascii[] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::optional<std::string> from_windows_1252(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        const char32_t value = byte >= 0x80 && byte < 0xA0 ? above_ascii[byte - 0x80] : byte;
        if (value == 0 && byte != 0)
            return std::nullopt;
        append_utf8(text, value);
    }
    return text;
}

/// Latin-1 is read as Windows-1252, which it is where a program says so of text with “quotes”.
bool is_latin_1(std::string_view encoding) {
    return encoding == "iso-8859-1" || encoding == "latin1" || encoding == "windows-1252" ||
           encoding == "cp1252";
}

}  // namespace

std::optional<std::string> decode_file_text(std::string_view bytes) {
    const auto found = detect_unicode(bytes);
    const bool is_utf8 = is_valid_utf8(bytes);
    // UTF-16 has zero bytes, but hardly ever a letter beyond ASCII that UTF-8 has, too.
    const bool has_letters = std::ranges::any_of(bytes, [](char c) { return (c & 0x80) != 0; });
    if (is_utf8 && has_letters)
        return std::string(bytes);
    const bool wide = found.encoding != unicode_encoding::unmarked &&
                      found.encoding != unicode_encoding::utf8 && found.encoding != unicode_encoding::none;
    if (wide)
        return decode_unicode(bytes, found);
    if (is_utf8)
        return std::string(bytes);
    if (found.encoding == unicode_encoding::unmarked && is_latin_1(declared_xml_encoding(bytes)))
        return from_windows_1252(bytes);
    return std::nullopt;
}

std::string declared_xml_encoding(std::string_view bytes) {
    const auto from = bytes.find_first_not_of(" \t\r\n");
    bytes.remove_prefix(std::min(from, bytes.size()));
    if (!bytes.starts_with("<?xml"))
        return {};
    const auto declaration = bytes.substr(0, bytes.substr(0, 500).find("?>"));
    const auto at = declaration.find("encoding");
    const auto open = at == declaration.npos ? at : declaration.find_first_of("\"'", at);
    const auto close = open == declaration.npos ? open : declaration.find(declaration[open], open + 1);
    return close == declaration.npos ? std::string()
                                     : casefold(declaration.substr(open + 1, close - open - 1));
}

bool has_replaced_bytes(std::string_view text) {
    return text.find("\xEF\xBF\xBD") != text.npos;
}

}  // namespace examwright
