#include "core/document/lines.hpp"

#include <algorithm>

#include "core/document/document_text.hpp"
#include "core/text/ascii.hpp"
#include "core/text/unicode.hpp"
#include "core/text/words.hpp"

namespace examwright {
namespace {

constexpr std::size_t longest_heading = 80;  // characters

std::string_view of(std::string_view text, const text_line& line) {
    return text.substr(line.begin, line.end - line.begin);
}

bool is_bullet(char32_t value) {
    static constexpr std::u32string_view bullets = U"-*•‣▪▫◦●○■□–·→➢✓";
    return bullets.find(value) != std::u32string_view::npos;
}

bool is_line_break(char c) {
    return c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

/// "12.", "3)", "2.3.1": the number of a part. Not "1990.", which ends a sentence.
bool is_part_number(std::string_view token) {
    std::size_t run = 0;
    for (const char c : token.substr(0, token.size() - 1)) {
        run = is_ascii_digit(c) ? run + 1 : 0;
        if ((!is_ascii_digit(c) && c != '.') || run > 2)
            return false;
    }
    const char last = token.back();
    return is_ascii_digit(token[0]) && (last == '.' || last == ')' || (is_ascii_digit(last) && run == 0));
}

/// "b)", "(iv)", "II.", "A.". Not "J.", which is a person's.
bool is_part_letter(std::string_view token) {
    const bool closed = token.back() == ')';
    token.remove_suffix(1);
    if (!closed && token.size() == 1)
        return (token[0] | 0x20) >= 'a' && (token[0] | 0x20) <= 'e';
    return token.find_first_not_of("ivx") == token.npos || token.find_first_not_of("IVX") == token.npos ||
           (decode_at(token, 0).length == token.size() && is_letter(decode_at(token, 0).value));
}

bool is_enumerator(std::string_view token) {
    const bool opened = token.starts_with('(');
    token.remove_prefix(opened ? 1 : 0);
    if (token.size() < 2 || token.size() > 6 || (opened && token.back() != ')'))
        return false;
    if (is_part_number(token))
        return true;
    return (token.back() == '.' || token.back() == ')') && is_part_letter(token);
}

/// Whether most words start with a capital, and every long one.
bool is_title_case(std::string_view line) {
    std::size_t capitals = 0;
    std::size_t others = 0;
    for (std::size_t i = 0; i < line.size();) {
        const auto end = std::min(line.find(' ', i), line.size());
        const auto word = line.substr(i, end - i);
        if (!word.empty()) {
            const auto first = decode_at(word, 0).value;
            if (is_lower(first) && word.size() > 4)
                return false;
            ++(is_upper(first) ? capitals : others);
        }
        i = end + 1;
    }
    return capitals > others;
}

bool ends_openly(std::string_view line) {
    static constexpr std::u32string_view closing = U".,;!?…-–—。！？、，；।॥";
    const auto last = decode_before(line, line.size()).value;
    return closing.find(last) == std::u32string_view::npos;
}

}  // namespace

std::vector<text_line> split_lines(std::string_view text) {
    std::vector<text_line> lines;
    bool blank = false;
    bool page = false;
    bool page_start = false;
    for (std::size_t i = 0; i < text.size();) {
        auto end = i;
        while (end < text.size() && !is_line_break(text[end]))
            ++end;
        const bool page_end = end < text.size() && text[end] == '\f';
        const auto line = trimmed(text.substr(i, end - i));
        if (!line.empty()) {
            const auto begin = static_cast<std::size_t>(line.data() - text.data());
            lines.push_back({begin, begin + line.size(), count_characters(line), blank, page});
            blank = false;
            page = false;
        } else if (!page_end && !page_start) {
            blank = true;
        }
        page = page || page_end;
        page_start = page_end;
        i = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
    }
    return lines;
}

bool starts_item(std::string_view line) {
    const auto space = line.find_first_of(" \t");
    if (space == std::string_view::npos || space == 0)
        return false;
    const auto token = line.substr(0, space);
    const auto first = decode_at(token, 0);
    if (first.length == token.size())
        return is_bullet(first.value) || first.value == '#';
    if (is_ascii_digit(token.back())) {  // "2.3 The cell", but not the "3.5" of "3.5 grams"
        const auto rest = trimmed(line.substr(space));
        return is_enumerator(token) && !rest.empty() && is_upper(decode_at(rest, 0).value);
    }
    return token.find_first_not_of('#') == token.npos || is_enumerator(token);
}

bool looks_like_heading(std::string_view text, const text_line& line, const text_line& next) {
    const auto words = of(text, line);
    if (words.starts_with('#'))
        return true;
    const auto first = decode_at(words, 0).value;
    const auto follower = decode_at(text, next.begin).value;
    if (line.characters > longest_heading || is_lower(first) || is_lower(follower) || !ends_openly(words))
        return false;
    const bool short_line = line.characters * 10 < next.characters * 7;
    return short_line || (line.characters < next.characters * 2 && is_title_case(words));
}

}  // namespace examwright
