#include "core/text/clean_name.hpp"

#include <utf8proc.h>

#include <array>
#include <cstddef>

namespace examwright {

namespace {

constexpr int longest = 200;

/// Joiners change how Persian and the scripts of India are spelled, and emoji are drawn.
bool is_joiner(utf8proc_int32_t c) {
    return c == 0x200C || c == 0x200D;
}

bool is_shown(utf8proc_int32_t c) {
    if (is_joiner(c))
        return true;
    const auto category = utf8proc_category(c);
    // Cf holds the marks that turn the direction of writing, by which a name can look like another.
    return category != UTF8PROC_CATEGORY_CC && category != UTF8PROC_CATEGORY_CF &&
           category != UTF8PROC_CATEGORY_ZL && category != UTF8PROC_CATEGORY_ZP;
}

std::string_view without_outer_blanks(std::string_view text) {
    const auto first = text.find_first_not_of(' ');
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// A name in an encoding from before Unicode, read as Latin-1.
std::string from_latin1(std::string_view bytes) {
    std::string text;
    for (const char c : bytes) {
        utf8proc_uint8_t encoded[4];
        const auto length = utf8proc_encode_char(static_cast<unsigned char>(c), encoded);
        text.append(reinterpret_cast<const char*>(encoded), static_cast<std::size_t>(length));
    }
    return text;
}

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        utf8proc_int32_t c = 0;
        const auto taken = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                            static_cast<utf8proc_ssize_t>(text.size()), &c);
        if (taken <= 0)
            return false;
        text.remove_prefix(static_cast<std::size_t>(taken));
    }
    return true;
}

/// Browsers write a quotation mark within a name as %22.
std::string with_quotation_marks(std::string name) {
    for (auto at = name.find("%22"); at != std::string::npos; at = name.find("%22", at + 1))
        name.replace(at, 3, "\"");
    return name;
}

}  // namespace

std::string display_text(std::string_view sent) {
    std::string out;
    int characters = 0;
    while (!sent.empty() && characters < longest) {
        utf8proc_int32_t c = 0;
        const auto taken = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(sent.data()),
                                            static_cast<utf8proc_ssize_t>(sent.size()), &c);
        const std::size_t length = taken > 0 ? static_cast<std::size_t>(taken) : 1;
        if (taken <= 0)
            out += "\uFFFD";
        else if (is_shown(c))
            out += sent.substr(0, length);
        else
            --characters;
        ++characters;
        sent.remove_prefix(length);
    }
    return std::string(without_outer_blanks(out));
}

std::string display_filename(std::string_view sent) {
    const auto slash = sent.find_last_of("/\\");
    const auto name = slash == std::string_view::npos ? sent : sent.substr(slash + 1);
    return display_text(with_quotation_marks(is_utf8(name) ? std::string(name) : from_latin1(name)));
}

std::string_view stem_of(std::string_view filename) {
    const auto dot = filename.rfind('.');
    return dot == std::string_view::npos || dot == 0 ? filename : filename.substr(0, dot);
}

}  // namespace examwright
