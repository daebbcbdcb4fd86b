#include "tools/extract/formats/markdown_signs.hpp"

#include <algorithm>
#include <cstddef>

#include "core/text/unicode.hpp"
#include "tools/extract/formats/page_builder.hpp"

namespace examwright::extract {

namespace {

// Two of Unicode's noncharacters, which no text holds, for "~" and "*".
constexpr std::string_view tilde = "\uFDD2";
constexpr std::string_view star = "\uFDD3";

/// Letters and digits of formulas. Of other scripts Greek only: their words may stand between stars.
bool is_formula_part(char32_t c) {
    const bool raised_or_lowered = c == U'²' || c == U'³' || c == U'¹' || (c >= 0x2070 && c < 0x20A0);
    return raised_or_lowered || (c >= 0x370 && c < 0x400) || (c < 0x80 && (is_letter(c) || is_digit(c)));
}

/// Whether a factor ends before the star, and one begins behind it.
bool is_between_factors(std::string_view word, std::size_t begin, std::size_t end) {
    if (begin == 0 || end >= word.size())
        return false;
    const auto before = decode_before(word, begin).value;
    const auto after = decode_at(word, end).value;
    return (is_formula_part(before) || before == ')' || before == ']' || before == '}') &&
           (is_formula_part(after) || after == '(' || after == '[' || after == '\\' || after == '-');
}

bool has_formula_sign(std::string_view word) {
    return word.find_first_of("0123456789=+^_/()[]{}<>") != word.npos;
}

/// Whether all that stands between the stars is as short as the names of variables.
bool has_short_factors(std::string_view word) {
    constexpr std::size_t longest = 2;
    for (std::size_t begin = 0; begin <= word.size();) {
        const auto end = std::min(word.find('*', begin), word.size());
        if (end - begin > longest)
            return false;
        begin = end + 1;
    }
    return true;
}

/// "rate*time": a single star that no other of the line could belong to as a mark of emphasis.
bool is_lone_product(std::string_view word, std::string_view line) {
    if (std::count(word.begin(), word.end(), '*') != 1)
        return false;
    for (auto at = line.find('*'); at != line.npos; at = line.find('*', at + 1)) {
        const auto is_blank = [&](std::size_t i) { return i >= line.size() || line[i] == ' '; };
        const bool bullet = line.find_first_not_of(' ') == at && is_blank(at + 1);
        if (!bullet && (at == 0 || is_blank(at - 1) || is_blank(at + 1)))
            return false;
    }
    return true;
}

/// Without marks of the same length around it: "**a*b**" is a product in bold.
std::string_view without_marks_around(std::string_view word) {
    const auto stars = std::min(word.find_first_not_of('*'), word.size());
    const auto last = word.find_last_not_of('*');
    const bool around = stars > 0 && last != word.npos && word.size() - last - 1 == stars;
    return around ? word.substr(stars, last + 1 - stars) : word;
}

bool is_product(std::string_view word, std::string_view line) {
    bool any = false;
    for (auto begin = word.find('*'); begin != word.npos;) {
        const auto end = std::min(word.find_first_not_of('*', begin), word.size());
        if (end - begin > 2 || !is_between_factors(word, begin, end))
            return false;
        any = true;
        begin = word.find('*', end);
    }
    return any && (has_formula_sign(word) || has_short_factors(word) || is_lone_product(word, line));
}

/// Only a tilde by itself: two strike out, three fence code, one behind a backslash is text already.
std::string with_tildes_apart(std::string_view word) {
    std::string out;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const bool beside = (i > 0 && (word[i - 1] == '~' || word[i - 1] == '\\')) ||
                            (i + 1 < word.size() && word[i + 1] == '~');
        if (word[i] == '~' && !beside)
            out += tilde;
        else
            out += word[i];
    }
    return out;
}

std::string with_stars_apart(std::string_view word) {
    std::string out;
    for (const char c : word) {
        if (c == '*')
            out += star;
        else
            out += c;
    }
    return out;
}

bool is_lowered_text(std::string_view text) {
    constexpr std::size_t longest = 12;
    return !text.empty() && text.size() <= longest && std::all_of(text.begin(), text.end(), [](char c) {
        return is_formula_part(static_cast<unsigned char>(c)) || c == '+' || c == '-' || c == ',';
    });
}

}  // namespace

std::string with_signs_apart(std::string_view line) {
    std::string out;
    std::size_t products = 0;
    for (std::size_t begin = 0; begin < line.size();) {
        const auto blank = std::min(line.find_first_of(" \t|", begin), line.size());
        const auto word = line.substr(begin, blank - begin);
        constexpr std::size_t most = 1000;  // each may look through the whole line
        const auto inner = without_marks_around(word.substr(0, word.find_last_not_of(".,;:!?") + 1));
        const bool product = products < most && is_product(inner, line);
        products += word.find('*') != word.npos ? 1 : 0;
        const auto marks = word.substr(0, static_cast<std::size_t>(inner.data() - word.data()));
        const auto apart = product ? with_stars_apart(inner) : std::string(inner);
        const auto behind = word.substr(marks.size() + inner.size());
        out.append(marks).append(with_tildes_apart(apart)).append(behind);
        out += line.substr(blank, 1);
        begin = blank + 1;
    }
    return out;
}

std::string with_lowered_signs(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const auto open = std::min(text.find(tilde), text.size());
        out += text.substr(0, open);
        text.remove_prefix(open);
        if (text.empty())
            break;
        const auto inside = text.substr(tilde.size(), text.find(tilde, tilde.size()) - tilde.size());
        const bool whole = inside.size() + tilde.size() < text.size();
        const auto before = out.empty() ? U' ' : decode_before(out, out.size()).value;
        if (whole && is_lowered_text(inside) && (is_word_part(before) || before == ')' || before == ']')) {
            out += lowered(inside);
            text.remove_prefix(inside.size() + 2 * tilde.size());
        } else {
            out += '~';
            text.remove_prefix(tilde.size());
        }
    }
    return out;
}

std::string with_signs_back(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const auto sign = text.substr(i, tilde.size());
        const bool apart = sign == tilde || sign == star;
        out += sign == tilde ? '~' : sign == star ? '*' : text[i];
        i += apart ? tilde.size() : 1;
    }
    return out;
}

}  // namespace examwright::extract
