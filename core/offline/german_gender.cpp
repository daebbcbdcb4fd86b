#include "core/offline/german_gender.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "core/text/unicode.hpp"

namespace examwright {
namespace {

struct article_forms {
    std::string_view article;
    unsigned forms;
};
constexpr article_forms articles[] = {
    {"der", masculine | feminine | plural},
    {"die", feminine | plural},
    {"dieser", masculine | feminine | plural},
    {"das", neuter},
    {"den", masculine | plural},
    {"dem", masculine | neuter},
    {"des", masculine | neuter},
    {"ein", masculine | neuter},
    {"eine", feminine},
    {"einen", masculine},
    {"einem", masculine | neuter},
    {"einer", feminine},
    {"eines", masculine | neuter},
    {"im", masculine | neuter},
    {"vom", masculine | neuter},
    {"zum", masculine | neuter},
    {"beim", masculine | neuter},
    {"am", masculine | neuter},
    {"ins", neuter},
    {"zur", feminine},
    {"diese", feminine | plural},
    {"dieses", masculine | neuter},
    {"zwei", plural},
    {"drei", plural},
    {"viele", plural},
    {"alle", plural},
    {"einige", plural},
    {"mehrere", plural},
};

template <std::size_t N>
bool is_among(std::string_view word, const std::string_view (&words)[N]) {
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

/// "Venen", "Muscheln": hardly any feminine noun ends so, and few masculine ones.
bool looks_plural(std::string_view noun) {
    return noun.ends_with("en") || noun.ends_with("eln") || noun.ends_with("ern");
}

}  // namespace

unsigned german_forms_of(const german_noun& noun) {
    const auto& [preceding, article, word, behind] = noun;
    const auto before_article = composed(preceding);
    static constexpr std::string_view with_accusative[] = {"durch", "für", "gegen", "ohne", "um"};
    static constexpr std::string_view with_dative[] = {"mit", "von", "aus", "bei", "nach", "zu", "seit"};
    static constexpr std::string_view conjunctions[] = {"und", "oder", "aber", "denn", "doch", "sondern"};
    static constexpr std::string_view singular_verbs[] = {"ist", "war",   "wird", "wurde",
                                                          "hat", "hatte", "kann"};
    const auto* known = std::find_if(std::begin(articles), std::end(articles),
                                     [&](const article_forms& each) { return each.article == noun.article; });
    if (known == std::end(articles))
        return any_german_form;
    auto forms = known->forms;
    if ((article == "des" || article == "eines") && word.ends_with('s'))
        return genitive;
    if (article == "den" && is_among(before_article, with_accusative))
        forms = masculine;
    if (article == "den" && is_among(before_article, with_dative))
        forms = plural;
    if (article == "der" && is_among(before_article, with_dative))
        forms = feminine;
    if (article == "den" || article == "die")
        forms &= looks_plural(word) ? plural : article == "den" && !word.ends_with('s') ? masculine : forms;
    const bool opens = before_article.empty() || is_among(before_article, conjunctions);
    const bool subject = opens && (article == "die" || article == "der");
    if (subject && (is_among(behind, singular_verbs) || behind.ends_with('t')))
        forms &= ~static_cast<unsigned>(plural);
    if (subject && (behind == "sind" || behind.ends_with("en")))
        forms = plural;
    return forms;
}

}  // namespace examwright
