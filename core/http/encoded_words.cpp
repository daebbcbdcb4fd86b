#include "core/http/encoded_words.hpp"

#include <boost/algorithm/string/predicate.hpp>
#include <cstddef>
#include <optional>
#include <utility>

#include "core/text/percent_decoding.hpp"

namespace examwright {

namespace ba = boost::algorithm;

namespace {

std::optional<std::string> decode_base64(std::string_view text) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string bytes;
    unsigned bits = 0;
    int count = 0;
    for (const char c : text) {
        if (c == '=')
            break;
        const auto value = digits.find(c);
        if (value == digits.npos)
            return std::nullopt;
        bits = (bits << 6 | static_cast<unsigned>(value)) & 0xFFFF;
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes += static_cast<char>(bits >> count & 0xFF);
        }
    }
    return bytes;
}

/// The "Q" encoding: an underscore is a blank, "=E9" a byte.
std::optional<std::string> decode_quoted(std::string_view text) {
    std::string bytes;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '=') {
            bytes += text[i] == '_' ? ' ' : text[i];
            continue;
        }
        const int high = i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
        const int low = i + 2 < text.size() ? hex_digit(text[i + 2]) : -1;
        if (high < 0 || low < 0)
            return std::nullopt;
        bytes += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return bytes;
}

bool is_known_charset(std::string_view charset) {
    charset = charset.substr(0, charset.find('*'));  // a language may follow (RFC 2231)
    return ba::iequals(charset, "utf-8") || ba::iequals(charset, "us-ascii") ||
           ba::iequals(charset, "iso-8859-1") || ba::iequals(charset, "windows-1252");
}

struct encoded_word {
    std::string bytes;
    std::size_t length = 0;  // as written
};

/// The encoded word that text begins with.
std::optional<encoded_word> read_encoded_word(std::string_view text) {
    if (!text.starts_with("=?"))
        return std::nullopt;
    const auto charset_end = text.find('?', 2);
    if (charset_end == text.npos || charset_end + 2 >= text.size() || text[charset_end + 2] != '?')
        return std::nullopt;
    const auto begin = charset_end + 3;
    const auto end = text.find("?=", begin);
    if (end == text.npos || !is_known_charset(text.substr(2, charset_end - 2)))
        return std::nullopt;
    const char encoding = static_cast<char>(text[charset_end + 1] | 0x20);
    const auto content = text.substr(begin, end - begin);
    std::optional<std::string> bytes;
    if (encoding == 'b')
        bytes = decode_base64(content);
    else if (encoding == 'q')
        bytes = decode_quoted(content);
    if (!bytes)
        return std::nullopt;
    return encoded_word{std::move(*bytes), end + 2};
}

}  // namespace

std::string decode_encoded_words(std::string_view text) {
    std::string decoded;
    std::size_t blanks = 0;  // at the end of `decoded`, since the last encoded word
    bool after_word = false;
    while (!text.empty()) {
        if (auto word = read_encoded_word(text)) {
            if (after_word)
                decoded.resize(decoded.size() - blanks);
            decoded += word->bytes;
            text.remove_prefix(word->length);
            after_word = true;
            blanks = 0;
            continue;
        }
        const bool blank = text.front() == ' ' || text.front() == '\t';
        after_word = after_word && blank;
        blanks = blank ? blanks + 1 : 0;
        decoded += text.front();
        text.remove_prefix(1);
    }
    return decoded;
}

}  // namespace examwright
