#include "core/text/ordinals.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>

#include "core/text/unicode.hpp"
#include "core/text/words.hpp"

namespace examwright {

bool follows_ordinal(std::string_view word) {
    static const std::string things = casefold(
        "weltkrieg weltkrieges weltkriegs krieg kreuzzug jahrhundert jahrhunderts jahrtausend "
        "republik reich koalition internationale hauptsatz satz gesetz axiom postulat buch kapitel "
        "band teil akt szene sinfonie symphonie klasse schuljahr semester stock etage geschoss rang "
        "platz liga bundesliga generation person fall grad ordnung potenz ableitung wurzel auflage "
        "lebensjahr lebensjahres gebot artikel zusatzartikel verfassungszusatz hauptgruppe "
        "nebengruppe periode gruppe fc advent weihnachtstag welle phase januar februar märz april mai "
        "juni juli august september oktober november dezember");
    static const std::set<std::string_view> known = [] {
        const auto words = split_words(things);
        return std::set<std::string_view>(words.begin(), words.end());
    }();
    // "1. Newtonsches Gesetz", "2. binomische Formel"
    static constexpr std::string_view adjectives[] = {"sche", "sches", "scher", "schen", "schem"};
    const auto folded = casefold(word);
    constexpr std::size_t shortest_adjective = 9;  // bytes
    return known.contains(folded) ||
           (folded.size() >= shortest_adjective &&
            std::any_of(std::begin(adjectives), std::end(adjectives),
                        [&](std::string_view ending) { return folded.ends_with(ending); }));
}

}  // namespace examwright
