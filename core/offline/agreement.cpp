#include "core/offline/agreement.hpp"

#include <bit>
#include <string_view>

#include "core/text/unicode.hpp"

namespace examwright {

namespace {

constexpr unsigned plurals = plural | feminine_plural;
constexpr unsigned singulars = masculine | feminine | neuter;

bool ends_as_plural(const cloze_term& term) {
    const std::string_view word = term.folded;
    if (word.ends_with("ों") || word.ends_with("ओं") || word.ends_with("ें") || word.ends_with("एँ"))
        return true;
    return term.kind == term_kind::word && word.ends_with('s') && !word.ends_with("ss") &&
           !word.ends_with("us") && !word.ends_with("is");
}

/// "a" and "an" before the blank would tell.
bool starts_with_vowel(const cloze_term& term) {
    static constexpr std::u32string_view vowels = U"aeiouàâäæéèêëîïôöœùûü";
    return vowels.find(decode_at(term.folded, 0).value) != vowels.npos;
}

bool ends_elided(std::string_view before) {
    return before.ends_with('\'');
}

/// French words that lose their vowel before another: "l'eau", never "la eau".
bool would_be_elided(const std::string& before) {
    return before == "le" || before == "la" || before == "de";
}

bool sounds_right(const cloze_term& key, const cloze_term& other, const term_place& place) {
    if (place.before == "a" || place.before == "an" || ends_elided(place.before) ||
        (place.agrees && would_be_elided(place.before)))
        return starts_with_vowel(key) == starts_with_vowel(other);
    return true;
}

bool numbers_agree(unsigned key, unsigned other) {
    return ((key & singulars) != 0 && (other & singulars) != 0) ||
           ((key & plurals) != 0 && (other & plurals) != 0) || (key & other) != 0;
}

/// Where the place tells a form, an unknown one of the other would be a guess.
bool forms_agree(const cloze_term& key, const cloze_term& other, const term_place& place) {
    if (place.forms == any_noun_form || key.forms == genitive)
        return numbers_agree(key.forms, other.forms);
    const auto shared = key.forms & place.forms;
    const auto wanted = shared != 0 ? shared : place.forms;
    if (!place.agrees)
        return (other.forms & wanted) != 0;
    return std::has_single_bit(wanted) ? other.forms == wanted : (other.forms & ~wanted) == 0;
}

}  // namespace

bool agrees(const cloze_term& key, const cloze_term& other, const term_place& place) {
    if ((place.led && !other.led) || (place.bare && !other.bare))
        return false;
    if (key.is_surname != other.is_surname)
        return false;
    return sounds_right(key, other, place) && forms_agree(key, other, place) &&
           ends_as_plural(key) == ends_as_plural(other);
}

}  // namespace examwright
