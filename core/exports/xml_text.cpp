#include "core/exports/xml_text.hpp"

#include "core/text/unicode.hpp"

namespace examwright {

namespace {

bool fits_xml(char32_t c) {
    if (c < 0x20)
        return c == '\t' || c == '\n' || c == '\r';
    return c != 0xFFFE && c != 0xFFFF;
}

std::string escaped(std::string_view text, bool quotes) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const auto c = decode_at(text, i);
        switch (c.value) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += quotes ? "&quot;" : "\""; break;
            default:
                if (fits_xml(c.value))
                    append_utf8(out, c.value);
        }
        i += c.length;
    }
    return out;
}

}  // namespace

std::string xml_text(std::string_view text) {
    return escaped(text, true);
}

std::string xml_lines(std::string_view text, std::string_view line_break) {
    std::string out;
    for (const char c : xml_text(text)) {
        if (c == '\n')
            out += line_break;
        else
            out += c;
    }
    return out;
}

std::string html_text(std::string_view text) {
    std::string out;
    bool line_begins = false;
    for (const char c : escaped(text, false)) {
        if (c == '\n')
            out += "<br>";
        else if (c == ' ' && line_begins)
            out += "&nbsp;";
        else
            out += c;
        line_begins = c == '\n' || (line_begins && c == ' ');
    }
    return out;
}

}  // namespace examwright
