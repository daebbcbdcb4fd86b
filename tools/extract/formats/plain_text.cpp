#include "tools/extract/formats/plain_text.hpp"

#include <cstddef>

#include "core/document/unicode_encoding.hpp"
#include "tools/extract/failure.hpp"
#include "tools/extract/formats/code_pages.hpp"
#include "tools/extract/formats/encoding_guess.hpp"
#include "tools/extract/formats/utf8.hpp"

namespace examwright::extract {

namespace {

/// UTF-8 with single wrong bytes replaced; empty where it is none. Text in an older encoding holds hardly a
/// valid sequence, damaged UTF-8 far more of them than wrong bytes.
std::string from_utf8(std::string_view bytes) {
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
    return wrong * 4 > sequences ? std::string() : repaired;
}

std::string decode_unmarked(std::string_view bytes) {
    if (auto text = decode_escaped(bytes); !text.empty())
        return text;
    auto text = from_utf8(bytes);
    return text.empty() && !bytes.empty() ? guess_encoding(bytes) : text;
}

/// What a meta element in the page's head says: <meta charset="..."> or content="text/html; charset=...".
std::string declared_encoding(std::string_view page) {
    constexpr std::size_t head_bytes = 4096;
    std::string head;
    for (const char c : page.substr(0, head_bytes))
        head += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    auto at = head.find("charset=");
    if (at == head.npos) {
        const auto declaration = head.starts_with("<?xml") ? head.find("encoding=") : head.npos;
        if (declaration == head.npos)
            return {};
        at = declaration + 1;
    }
    at = head.find_first_not_of("\"' ", at + 8);
    return at == head.npos ? std::string() : head.substr(at, head.find_first_of("\"' ;/>?", at) - at);
}

std::string decode(std::string_view bytes, bool html) {
    const auto found = detect_unicode(bytes);
    if (found.encoding == unicode_encoding::none)
        throw failure(extraction_exit::not_text, "there are zero bytes in it");
    const bool marked = found.encoding != unicode_encoding::unmarked;
    const auto body = bytes.substr(found.mark_bytes);
    std::string text;
    if (marked) {
        text = decode_unicode(bytes, found);
    } else {
        const auto declared = html ? declared_encoding(body) : std::string();
        const bool utf8 = declared.empty() || declared == "utf-8" || declared == "utf8";
        auto named = utf8 ? std::nullopt
                          : from_encoding(body, declared == "iso-8859-1" ? "windows-1252" : declared.c_str());
        text = named && !declared.starts_with("utf-16") ? std::move(*named) : decode_unmarked(body);
    }
    if (text.find('\0') != text.npos)
        throw failure(extraction_exit::not_text, "there are zero bytes in it");
    return text;
}

}  // namespace

std::string decode_text(std::string_view bytes) {
    return decode(bytes, false);
}

std::string decode_html(std::string_view bytes) {
    return decode(bytes, true);
}

}  // namespace examwright::extract
