#include "core/document/quote_finder.hpp"

#include <algorithm>

#include "core/document/sentences.hpp"
#include "core/text/unicode.hpp"
#include "core/text/words.hpp"

namespace examwright {
namespace {

constexpr std::size_t fewest_words = 3;
constexpr std::size_t letters_a_word = 2;  // of a script without spaces

bool is_long_enough(std::string_view folded) {
    std::size_t words = 0;
    std::size_t letters = 0;
    for (const auto word : split_words(folded))
        ++(is_unspaced(decode_at(word, 0).value) ? letters : words);
    return words + letters / letters_a_word >= fewest_words;
}

/// Whether a word of a spaced script goes on over `at`.
bool inside_word(std::string_view text, std::size_t at) {
    if (at == 0 || at >= text.size())
        return false;
    const auto before = decode_before(text, at).value;
    const auto after = decode_at(text, at).value;
    return is_mark(after) ||
           (is_word_part(before) && is_word_part(after) && !is_unspaced(before) && !is_unspaced(after));
}

/// A quote that leaves something out, "one thing ... another", in its parts.
std::vector<folded_text> parts_of(std::string_view quote) {
    std::vector<folded_text> parts;
    while (!quote.empty()) {
        const auto dots = std::min({quote.find("..."), quote.find("…"), quote.size()});
        parts.emplace_back(quote.substr(0, dots));
        if (parts.back().text().empty())
            parts.pop_back();
        quote.remove_prefix(std::min(quote.size(), dots + 3));  // either sign is three bytes
    }
    return parts;
}

constexpr std::string_view page_words[] = {"pages",   "page",    "pp.",   "pp",    "p.",     "p",    "seiten",
                                           "seite",   "s.",      "slide", "folie", "página", "pág.", "pg.",
                                           "chapter", "section", "line",  "lines", "पृष्ठ"};

/// Takes "page 3", "p. 3-4", "pp. 3, 4" off the front of a text.
bool take_page(std::string_view& text) {
    auto rest = trimmed(text);
    const auto* word = std::find_if(std::begin(page_words), std::end(page_words), [&](std::string_view each) {
        return casefold(rest.substr(0, each.size())) == each &&
               rest.substr(each.size()).find_first_of("0123456789") <= 1;
    });
    if (word == std::end(page_words))
        return false;
    rest.remove_prefix(word->size());
    const auto end = std::min(rest.find_first_not_of(" 0123456789-,", 0), rest.size());
    rest.remove_prefix(end);
    if (rest.starts_with("–"))
        rest.remove_prefix(std::min(rest.find_first_not_of(" 0123456789", 3), rest.size()));
    text = rest;
    return true;
}

/// Takes a bracket with a page in it off the front of a text.
bool take_bracket(std::string_view& text) {
    auto rest = text.substr(std::min<std::size_t>(text.size(), 1));
    const bool page = (text.starts_with('(') || text.starts_with('[')) && take_page(rest);
    if (!page || !(rest.starts_with(')') || rest.starts_with(']')))
        return false;
    text = rest.substr(1);
    return true;
}

/// A text without the reference that ends it: "(p. 1)", "[page 1]", "- page 1".
std::string_view without_reference_at_end(std::string_view text) {
    for (const std::string_view opener : {"(", "[", ", ", "- ", "– ", "— ", "\"", "”", "»"}) {
        const auto open = text.rfind(opener);
        auto rest = open == text.npos ? std::string_view() : text.substr(open + opener.size());
        if (take_page(rest) && rest.find_first_not_of(")]. ") == rest.npos)
            return trimmed(text.substr(0, open));
    }
    return text;
}

}  // namespace

std::string_view without_page_reference(std::string_view quote) {
    auto text = trimmed(quote);
    if (auto rest = text; take_bracket(rest) || (take_page(rest) && rest.starts_with(':')))
        text = trimmed(rest.substr(rest.starts_with(':') ? 1 : 0));
    return without_reference_at_end(text);
}

quote_finder::quote_finder(const document_text& document, std::size_t begin, std::size_t end)
    : document_(document),
      stretch_(document.text().substr(begin, end - begin), begin),
      near_(stretch_.text()) {}

std::optional<quote_place> quote_finder::find(std::string_view quote) const {
    const auto bare = without_page_reference(quote);
    if (bare.size() < trimmed(quote).size()) {
        const folded_text whole(quote);
        const auto as_it_stands = is_long_enough(whole.text()) ? find_exact(whole.text()) : std::nullopt;
        return as_it_stands ? as_it_stands : find(bare);
    }
    const folded_text folded(quote);
    if (!is_long_enough(folded.text()))
        return std::nullopt;
    if (const auto exact = find_exact(folded.text()))
        return exact;
    if (const auto parts = parts_of(quote); parts.size() > 1)
        return find_elided(parts);
    if (const auto near = near_.find(folded.text()))
        return place(near->first, near->second, false);
    return std::nullopt;
}

std::optional<quote_place> quote_finder::find_exact(std::string_view folded, std::size_t from) const {
    const auto text = stretch_.text();
    for (auto at = text.find(folded, from); at != text.npos; at = text.find(folded, at + 1)) {
        const auto end = at + folded.size();
        if (!inside_word(text, at) && !inside_word(text, end))
            return place(at, end, true);
    }
    return std::nullopt;
}

/// Each part word for word, in their order and not far from each other.
std::optional<quote_place> quote_finder::find_elided(const std::vector<folded_text>& parts) const {
    constexpr std::size_t farthest = 1500;
    std::optional<quote_place> whole;
    std::size_t after = 0;
    for (const auto& part : parts) {
        const auto found = is_long_enough(part.text()) ? find_exact(part.text(), after) : std::nullopt;
        if (!found || (whole && found->begin > whole->end + farthest))
            return std::nullopt;
        after = stretch_.offset_of(found->end);
        if (whole)
            whole->end = found->end;
        else
            whole = found;
    }
    return whole;
}

quote_place quote_finder::place(std::size_t first, std::size_t last, bool exact) const {
    const auto begin = stretch_.source_begin(first);
    return {begin, stretch_.source_end(last - 1), document_.page_at(begin), exact};
}

std::optional<quote_place> find_quote(const document_text& document, std::size_t begin, std::size_t end,
                                      std::string_view quote) {
    return quote_finder(document, begin, end).find(quote);
}

passage passage_around(const document_text& document, quote_place place, std::size_t margin) {
    constexpr std::size_t longest_sentence = 600;
    const auto text = document.text();
    const auto reach = margin + longest_sentence;
    const auto from = code_point_start(text, place.begin - std::min(place.begin, reach));
    const auto to = code_point_start(text, std::min(text.size(), place.end + reach));
    const auto lowest = place.begin - std::min(place.begin, margin);
    const auto highest = place.end + margin;
    passage found{place.begin, place.end};
    for (const auto& sentence : split_sentences(text.substr(from, to - from))) {
        const auto begin = from + sentence.begin;
        const auto end = from + sentence.end;
        const bool holds_quote = begin < place.end && end > place.begin;
        if (holds_quote || (begin >= lowest && end <= highest)) {
            found.begin = std::min(found.begin, begin);
            found.end = std::max(found.end, end);
        }
    }
    return found;
}

}  // namespace examwright
