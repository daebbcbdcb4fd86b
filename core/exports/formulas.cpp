#include "core/exports/formulas.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "core/text/ascii.hpp"

namespace examwright {

namespace {

using kind = formula_span::kind;

/// Whether each bracket is closed by its partner.
bool is_balanced(std::string_view text) {
    std::string open;
    for (const char c : text) {
        if (c == '(' || c == '{')
            open += c;
        else if (c == ')' || c == '}') {
            if (open.empty() || open.back() != (c == ')' ? '(' : '{'))
                return false;
            open.pop_back();
        }
    }
    return open.empty();
}

/// Whether a run of three letters or more stands in it, as in words.
bool has_word(std::string_view text) {
    int run = 0;
    for (const char c : text) {
        run = is_ascii_letter(c) || (c & 0x80) != 0 ? run + 1 : 0;
        if (run == 3)
            return true;
    }
    return false;
}

bool looks_like_formula(std::string_view text) {
    if (text.empty() || text.front() == ' ' || text.back() == ' ' || !is_balanced(text) ||
        text.find('\n') != text.npos)
        return false;
    const bool has_tex =
        text.find('\\') != text.npos || text.find('^') != text.npos || text.find("_{") != text.npos;
    return has_tex || (!has_word(text) && std::ranges::any_of(text, is_ascii_letter));
}

/// The end of a formula in dollar signs whose text begins at `from`; npos if there is none.
std::size_t dollar_end(std::string_view text, std::size_t from) {
    const auto limit = std::min(text.size(), text.find('\n', from));
    const auto end = text.substr(0, limit).find('$', from);
    if (end == text.npos || !looks_like_formula(text.substr(from, end - from)))
        return text.npos;
    const char after = end + 1 < text.size() ? text[end + 1] : ' ';
    return is_ascii_digit(after) || is_ascii_letter(after) || after == '$' ? text.npos : end;
}

struct delimiters {
    std::string_view open;
    std::string_view close;
    kind what;
};
constexpr delimiters all_delimiters[] = {{"\\(", "\\)", kind::inline_formula},
                                         {"\\[", "\\]", kind::display_formula},
                                         {"$$", "$$", kind::display_formula}};

/// A formula at offset and where it ends; an end of 0 if there is none.
struct found_formula {
    formula_span span;
    std::size_t end = 0;
};

/// never_closed: of all_delimiters, those that have no end any more, so that the whole takes linear time.
found_formula formula_at(std::string_view text, std::size_t at, std::array<bool, 3>& never_closed) {
    for (std::size_t i = 0; i < never_closed.size(); ++i) {
        const auto& [open, close, what] = all_delimiters[i];
        if (!text.substr(at).starts_with(open))
            continue;
        const auto from = at + open.size();
        const auto end = never_closed[i] ? text.npos : text.find(close, from);
        never_closed[i] = end == text.npos;
        if (end == text.npos || end == from)
            return {};
        return {{what, text.substr(from, end - from)}, end + close.size()};
    }
    const auto end = text[at] == '$' ? dollar_end(text, at + 1) : text.npos;
    if (end == text.npos)
        return {};
    return {{kind::inline_formula, text.substr(at + 1, end - at - 1)}, end + 1};
}

}  // namespace

std::vector<formula_span> split_formulas(std::string_view text) {
    std::vector<formula_span> spans;
    std::size_t plain = 0;
    std::array<bool, 3> never_closed{};
    for (std::size_t at = 0; at < text.size();) {
        const auto found =
            text[at] == '$' || text[at] == '\\' ? formula_at(text, at, never_closed) : found_formula{};
        if (found.end == 0) {
            ++at;
            continue;
        }
        if (at > plain)
            spans.push_back({kind::plain, text.substr(plain, at - plain)});
        spans.push_back(found.span);
        plain = at = found.end;
    }
    if (plain < text.size())
        spans.push_back({kind::plain, text.substr(plain)});
    return spans;
}

}  // namespace examwright
