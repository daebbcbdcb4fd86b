#include "core/text/plain_text.hpp"

#include "core/text/unicode.hpp"

namespace examwright {

namespace {

bool is_control(char32_t c) {
    return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0) || c == 0xFFFE || c == 0xFFFF;
}

}  // namespace

std::string without_control_characters(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const auto c = decode_at(text, i);
        i += c.length;
        if (c.value == '\r') {
            if (i == text.size() || text[i] != '\n')
                out += '\n';
        } else if (!is_control(c.value)) {
            append_utf8(out, c.value);
        }
    }
    return out;
}

}  // namespace examwright
