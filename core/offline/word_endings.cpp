#include "core/offline/word_endings.hpp"

#include "core/text/words.hpp"

namespace examwright {

bool is_finite_verb(language spoken, std::string_view folded) {
    static constexpr std::string_view french[] = {"èrent", "aient"};
    static constexpr std::string_view spanish[] = {"ó", "aron", "ieron", "aban"};
    static constexpr std::string_view portuguese[] = {"ou", "aram", "eram", "iram", "avam"};
    switch (spoken) {
        case language::french: return ends_with_any(folded, french);
        case language::spanish: return ends_with_any(folded, spanish);
        case language::portuguese: return ends_with_any(folded, portuguese);
        default: return false;
    }
}

bool is_noun_behind_article_only(language spoken, std::string_view folded) {
    static constexpr std::string_view french[] = {"er", "ir"};
    static constexpr std::string_view iberian[] = {"ar", "er", "ir", "arse", "erse", "irse"};
    switch (spoken) {
        case language::english: return folded.ends_with("ing");
        case language::french: return ends_with_any(folded, french);
        case language::spanish:
        case language::portuguese: return ends_with_any(folded, iberian);
        default: return false;
    }
}

bool is_other_than_noun(std::string_view folded) {
    // "forest" and "harvest" end otherwise than superlatives do.
    static constexpr std::string_view endings[] = {"ed",   "ly",   "iest", "gest", "lest",
                                                   "hest", "kest", "dest", "eful", "less",
                                                   "ious", "uous", "eous", "able", "ible"};
    static constexpr std::string_view nouns[] = {"variable", "vegetable", "syllable", "constable",
                                                 "crucible"};
    constexpr std::size_t shortest = 6;
    return count_characters(folded) >= shortest && ends_with_any(folded, endings) &&
           std::find(std::begin(nouns), std::end(nouns), folded) == std::end(nouns);
}

}  // namespace examwright
