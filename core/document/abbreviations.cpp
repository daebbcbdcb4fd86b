#include "core/document/abbreviations.hpp"

#include <algorithm>
#include <iterator>

#include "core/text/ascii.hpp"
#include "core/text/unicode.hpp"
#include "core/text/words.hpp"

namespace examwright {
namespace {

constexpr std::string_view before_words[] = {
    "dr",   "mr",     "mrs", "ms",   "prof", "st",   "e.g", "i.e",  "eg",    "ie",   "vs",   "cf",
    "ca",   "approx", "viz", "resp", "esp",  "incl", "ed",  "eds",  "trans", "dept", "univ", "z.b",
    "d.h",  "u.a",    "bzw", "vgl",  "sog",  "z",    "mme", "mlle", "p.ex",  "env",  "av",   "sra",
    "srta", "dra",    "ud",  "uds",  "ej",   "p.ej", "sig", "dott", "ecc",   "bijv",
};

/// Before names, and with a capital: "gen" and "col" are words of their own.
constexpr std::string_view titles[] = {"mt",  "gen", "sen", "rep", "gov", "capt",
                                       "col", "lt",  "sgt", "rev", "hon", "pres"};

/// Months are among them: "mar" is a word too.
constexpr std::string_view before_numbers[] = {
    "fig",  "figs", "abb",  "tab", "no",  "nos", "nr",  "p",   "pp",   "pg",   "pág", "vol", "ch",
    "chap", "sec",  "sect", "eq",  "eqs", "eqn", "art", "ex",  "ref",  "refs", "par", "bd",  "s",
    "kap",  "jan",  "feb",  "mar", "apr", "jun", "jul", "aug", "sept", "sep",  "oct", "nov", "dec",
};

constexpr std::string_view anywhere[] = {
    "etc", "al",    "inc", "ltd",  "co",  "corp", "jr",  "sr",  "a.m",  "p.m", "u.s",  "u.k", "u.n", "b.c",
    "a.d", "b.c.e", "c.e", "ph.d", "m.d", "b.a",  "m.a", "usw", "bros", "ave", "blvd", "max", "min",
};

constexpr std::string_view starters[] = {
    "a",    "after", "although", "an",    "as",    "at",    "but",   "for",  "from", "he",    "however",
    "if",   "in",    "it",       "its",   "many",  "most",  "on",    "one",  "our",  "she",   "since",
    "some", "that",  "the",      "their", "there", "then",  "these", "they", "this", "those", "thus",
    "to",   "we",    "what",     "when",  "where", "while", "with",  "you",
};

/// "J", "J.K", "U.S.A": capitals parted by full stops.
bool is_initials(std::string_view word) {
    bool letter_next = true;
    for (std::size_t i = 0; i < word.size();) {
        const auto next = decode_at(word, i);
        i += next.length;
        if (letter_next != is_upper(next.value) || (!letter_next && next.value != '.'))
            return false;
        letter_next = !letter_next;
    }
    return !word.empty() && !letter_next;
}

}  // namespace

abbreviation classify_abbreviation(std::string_view word) {
    if (word.size() > 12)
        return abbreviation::none;
    if (is_initials(word))
        return abbreviation::anywhere;
    std::string folded;  // casefold() would also take the accents apart
    for (char c : word)
        folded += to_ascii_lower(c);
    const bool capital = !word.empty() && is_upper(decode_at(word, 0).value);
    if (is_among(folded, before_words) || (capital && is_among(folded, titles)))
        return abbreviation::before_word;
    if (is_among(folded, before_numbers))
        return abbreviation::before_number;
    return is_among(folded, anywhere) ? abbreviation::anywhere : abbreviation::none;
}

bool starts_sentences(std::string_view word) {
    return word.size() <= 8 && is_among(casefold(word), starters);
}

}  // namespace examwright
