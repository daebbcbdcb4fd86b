#include "core/question/text_marks.hpp"

#include <algorithm>
#include <boost/algorithm/string/predicate.hpp>
#include <charconv>

#include "core/text/unicode.hpp"

namespace examwright {
namespace {

constexpr std::string_view formatting_tags[] = {"p",   "b",    "i",   "u",    "strong", "em",  "span",
                                                "div", "ul",   "ol",  "li",   "h1",     "h2",  "h3",
                                                "h4",  "code", "pre", "font", "small",  "mark"};
constexpr std::string_view line_breaks[] = {"<br>", "<br/>", "<br />", "<BR>"};

struct entity {
    std::string_view name, text;
};
constexpr entity entities[] = {
    {"amp", "&"},    {"lt", "<"},     {"gt", ">"},     {"quot", "\""},  {"apos", "'"},   {"nbsp", " "},
    {"ndash", "–"},  {"mdash", "—"},  {"hellip", "…"}, {"rsquo", "’"},  {"lsquo", "‘"},  {"rdquo", "”"},
    {"ldquo", "“"},  {"deg", "°"},    {"times", "×"},  {"minus", "−"},  {"middot", "·"}, {"euro", "€"},
    {"le", "≤"},     {"ge", "≥"},     {"ne", "≠"},     {"rarr", "→"},   {"auml", "ä"},   {"ouml", "ö"},
    {"uuml", "ü"},   {"Auml", "Ä"},   {"Ouml", "Ö"},   {"Uuml", "Ü"},   {"szlig", "ß"},  {"eacute", "é"},
    {"egrave", "è"}, {"agrave", "à"}, {"ccedil", "ç"}, {"ntilde", "ñ"}, {"aacute", "á"}, {"iacute", "í"},
    {"oacute", "ó"}, {"uacute", "ú"}, {"atilde", "ã"}, {"otilde", "õ"},
};

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

/// The end of the tag `<name ...>` or `</name>` that begins at `at`; npos if there is none.
std::size_t end_of_tag(std::string_view text, std::size_t at, std::string_view name) {
    constexpr std::size_t longest_tag = 200;
    const auto open = text[at + 1] == '/' ? at + 2 : at + 1;
    if (!boost::algorithm::istarts_with(text.substr(open), name, std::locale::classic()))
        return text.npos;
    const auto behind = open + name.size();
    const auto end = text.find('>', behind);
    if (end == text.npos || end - at > longest_tag || (behind != end && text[behind] != ' '))
        return text.npos;
    return end;
}

/// Takes off the tags of this name, where each has its end.
std::string without_tag(std::string_view text, std::string_view name) {
    if (!boost::algorithm::icontains(text, "</" + std::string(name) + ">", std::locale::classic()))
        return std::string(text);
    std::string plain;
    for (std::size_t i = 0; i < text.size();) {
        const auto end = text[i] == '<' && i + 1 < text.size() ? end_of_tag(text, i, name) : text.npos;
        if (end == text.npos) {
            plain += text[i++];
            continue;
        }
        const bool block = name != "b" && name != "i" && name != "u" && name != "strong" && name != "em" &&
                           name != "span" && name != "font" && name != "code" && name != "small" &&
                           name != "mark";
        if (block && !plain.empty() && plain.back() != '\n' && end + 1 < text.size())
            plain += '\n';
        i = end + 1;
    }
    return std::string(trimmed(plain));
}

std::string with_entities_decoded(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size();) {
        const auto end = text[i] == '&' ? text.substr(i, 12).find(';') : text.npos;
        const auto name = end == text.npos ? std::string_view() : text.substr(i + 1, end - 1);
        const auto* known = std::find_if(std::begin(entities), std::end(entities),
                                         [&](const entity& each) { return each.name == name; });
        if (name.starts_with('#')) {
            const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
            const auto digits = name.substr(hex ? 2 : 1);
            unsigned value = 0;
            const auto read =
                std::from_chars(digits.data(), digits.data() + digits.size(), value, hex ? 16 : 10);
            const bool whole = read.ec == std::errc() && read.ptr == digits.data() + digits.size();
            if (whole && value >= 0x20 && value < 0x110000 && (value < 0xD800 || value > 0xDFFF)) {
                append_utf8(plain, value);
                i += end + 1;
                continue;
            }
        } else if (!name.empty() && known != std::end(entities)) {
            plain += known->text;
            i += end + 1;
            continue;
        }
        plain += text[i++];
    }
    return plain;
}

/// "**bold**": the asterisks stand at the outside of words. "2**3" and "**kwargs" stay.
std::string without_bold(std::string_view text) {
    const auto is_outside = [&](std::size_t at) {
        return at >= text.size() || (!is_word_part(decode_at(text, at).value) && text[at] != '*');
    };
    const auto is_inside = [&](std::size_t at) {
        return at < text.size() && text[at] != ' ' && text[at] != '*' && text[at] != '\n';
    };
    std::string plain;
    std::size_t from = 0;
    for (auto open = text.find("**"); open != text.npos; open = text.find("**", open)) {
        const auto close = text.find("**", open + 2);
        if (close == text.npos)
            break;
        const bool opens =
            (open == 0 || !is_word_part(decode_before(text, open).value)) && is_inside(open + 2);
        if (!opens || !is_inside(close - 1) || !is_outside(close + 2)) {
            open += 2;
            continue;
        }
        plain += text.substr(from, open - from);
        plain += text.substr(open + 2, close - open - 2);
        open = from = close + 2;
    }
    plain += text.substr(from);
    return plain;
}

}  // namespace

std::string without_markup(std::string_view text) {
    std::string plain(text);
    if (text.find('<') != text.npos) {
        for (const auto name : formatting_tags)
            plain = without_tag(plain, name);
        for (const auto line_break : line_breaks)
            if (plain != line_break)
                replace_all(plain, line_break, "\n");
    }
    if (plain.find('&') != plain.npos)
        plain = with_entities_decoded(plain);
    if (plain.find("**") != plain.npos)
        plain = without_bold(plain);
    return std::string(trimmed(plain));
}

bool speaks_of_markup(std::string_view stem) {
    static constexpr std::string_view words[] = {"html", "xml",   "markdown", "markup",   " tag",
                                                 "css",  "entit", "balise",   "etiqueta", "escape"};
    const auto folded = casefold(stem);
    return std::any_of(std::begin(words), std::end(words),
                       [&](std::string_view word) { return folded.find(word) != folded.npos; });
}

}  // namespace examwright
