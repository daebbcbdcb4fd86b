#include "core/exports/xml_text.hpp"

#include "core/text/unicode.hpp"

namespace examwright {

namespace {

bool fits_xml(char32_t c) {
    if (c < 0x20)
        return c == '\t' || c == '\n' || c == '\r';
    return c != 0xFFFE && c != 0xFFFF;
}

}  // namespace

std::string xml_text(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const auto c = decode_at(text, i);
        switch (c.value) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            default:
                if (fits_xml(c.value))
                    append_utf8(out, c.value);
        }
        i += c.length;
    }
    return out;
}

}  // namespace examwright
