#include "tools/extract/formats/markdown_source.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>

#include "core/text/unicode.hpp"
#include "tools/extract/formats/markdown_signs.hpp"

namespace examwright::extract {

namespace {

using namespace std::string_view_literals;

// Two of Unicode's noncharacters, which no text holds: a formula's number stands between them.
constexpr std::string_view open_mark = "\uFDD0";
constexpr std::string_view close_mark = "\uFDD1";

struct formula_marks {
    std::string_view open;
    std::string_view close;
};
constexpr std::array formula_kinds = {formula_marks{"\\(", "\\)"}, formula_marks{"\\[", "\\]"},
                                      formula_marks{"$$", "$$"}};

std::string_view without_front_matter(std::string_view text) {
    if (!text.starts_with("---\n"))
        return text;
    const auto end = text.find("\n---\n", 3);
    return end == text.npos ? text : text.substr(end + 5);
}

constexpr std::size_t longest_formula = 4000;

/// How long the formula is that begins with `open`, up to and with `close`; 0 where it is none.
std::size_t length_between(std::string_view text, std::string_view open, std::string_view close) {
    const auto end = text.substr(0, longest_formula).find(close, open.size());
    if (end == text.npos)
        return 0;
    const auto inside = text.substr(open.size(), end - open.size());
    const bool torn =
        inside.find("\n\n") != inside.npos || inside.find("```") != inside.npos || inside.empty();
    return torn ? 0 : end + close.size();
}

/// Of "\begin{align*} ... \end{align*}".
std::size_t environment_length(std::string_view text) {
    constexpr std::string_view begin = "\\begin{";
    constexpr std::size_t longest_name = 32;
    const auto name_end = text.substr(0, begin.size() + longest_name).find('}');
    if (!text.starts_with(begin) || name_end == text.npos)
        return 0;
    const auto open = text.substr(0, name_end + 1);
    return length_between(text, open, "\\end{" + std::string(open.substr(begin.size())));
}

/// Of "$|x|$" in a line: a table would be cut at the bars. 0 where a blank, or a word before or a digit after
/// it, shows that the sign is a currency's, and where no bar is in it, which needs no care.
std::size_t barred_length(std::string_view text, std::string_view before) {
    const auto is_word = [](char c) { return is_word_part(static_cast<unsigned char>(c)); };
    const auto end = text.substr(0, text.find('\n')).substr(0, longest_formula).find('$', 1);
    if (!text.starts_with('$') || end == text.npos || end < 3 || (!before.empty() && is_word(before.back())))
        return 0;
    const auto inside = text.substr(1, end - 1);
    const bool currency = inside.front() == ' ' || inside.back() == ' ' ||
                          (end + 1 < text.size() && text[end + 1] >= '0' && text[end + 1] <= '9');
    const bool letters = std::any_of(inside.begin(), inside.end(), is_word);
    return !currency && letters && inside.find('|') != inside.npos ? end + 1 : 0;
}

/// How long the formula at the front of the text is; 0 where there is none.
std::size_t formula_length(std::string_view text, std::string_view before) {
    for (const auto& [open, close] : formula_kinds)
        if (text.starts_with(open))
            return length_between(text, open, close);
    const auto length = environment_length(text);
    return length > 0 ? length : barred_length(text, before);
}

/// Without "[^1]" in the text, and "[^1]:" before a note, unless they stand in code between backticks.
std::string without_note_marks(std::string_view line) {
    std::string out;
    bool code = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        code = code != (line[i] == '`');
        const auto end = line.substr(i, 2) == "[^" && !code ? line.find(']', i) : line.npos;
        const bool mark = end != line.npos && end > i + 2 && end - i < 32 &&
                          line.substr(i, end - i).find_first_of(" \\[]", 1) == line.npos;
        if (!mark) {
            out += line[i];
            continue;
        }
        i = end;
        if (out.empty() && line.substr(i + 1).starts_with(':'))
            i += line.substr(i + 2).starts_with(' ') ? 2 : 1;
    }
    return out;
}

}  // namespace

markdown_source::markdown_source(std::string_view markdown) {
    take_formulas(without_front_matter(markdown));
    std::string lines;
    bool fenced = false;
    for (std::string_view rest = text_; !rest.empty();) {
        const auto end = std::min(rest.find('\n'), rest.size());
        const auto line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const auto first = line.find_first_not_of(' ');
        const auto bare = first == line.npos ? std::string_view() : line.substr(first);
        fenced = fenced != (bare.starts_with("```") || bare.starts_with("~~~"));
        const bool code = fenced || first >= 4;
        lines.append(code ? std::string(line) : with_signs_apart(without_note_marks(line))).append("\n");
    }
    text_ = std::move(lines);
}

void markdown_source::take_formulas(std::string_view markdown) {
    while (!markdown.empty()) {
        const auto at = std::min(markdown.find_first_of("\\$"), markdown.size());
        text_ += markdown.substr(0, at);
        markdown.remove_prefix(at);
        if (markdown.empty())
            break;
        if (const auto length = formula_length(markdown, text_); length > 0) {
            text_.append(open_mark).append(std::to_string(formulas_.size())).append(close_mark);
            formulas_.emplace_back(markdown.substr(0, length));
            markdown.remove_prefix(length);
        } else {
            const std::size_t taken = markdown.starts_with("\\\\") || markdown.starts_with("$$") ? 2 : 1;
            text_ += markdown.substr(0, taken);
            markdown.remove_prefix(std::min(taken, markdown.size()));
        }
    }
}

std::string markdown_source::restored(std::string_view marked) const {
    std::string out;
    const auto written = with_signs_back(marked);
    std::string_view piece = written;
    for (;;) {
        const auto open = piece.find(open_mark);
        const auto close = open == piece.npos ? piece.npos : piece.find(close_mark, open);
        out += piece.substr(0, close == piece.npos ? piece.npos : open);
        if (close == piece.npos)
            return out;
        const auto digits = piece.substr(open + open_mark.size(), close - open - open_mark.size());
        std::size_t number = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (number < formulas_.size())
            out += formulas_[number];
        piece.remove_prefix(close + close_mark.size());
    }
}

}  // namespace examwright::extract
