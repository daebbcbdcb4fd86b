#include "core/offline/german_gender.hpp"

#include <algorithm>
#include <iterator>

#include "core/text/words.hpp"

namespace examwright {
namespace {

struct article_forms {
    std::string_view article;
    unsigned forms;
};
constexpr article_forms articles[] = {
    {"der", masculine | feminine | plural},
    {"die", feminine | plural},
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
    {"zwei", plural},
    {"drei", plural},
    {"viele", plural},
    {"alle", plural},
    {"einige", plural},
    {"mehrere", plural},
};

/// "Venen", "Muscheln": hardly any feminine noun ends so, and few masculine ones.
bool looks_plural(std::string_view noun) {
    static constexpr std::string_view masculines[] = {
        "boden",   "garten",   "wagen",  "magen",   "regen",   "segen",  "laden",    "faden",
        "schaden", "hafen",    "ofen",   "kuchen",  "haken",   "balken", "samen",    "namen",
        "rahmen",  "schatten", "rücken", "knochen", "tropfen", "haufen", "streifen", "rasen",
        "felsen",  "westen",   "osten",  "norden",  "süden"};
    const bool masculine = std::any_of(std::begin(masculines), std::end(masculines),
                                       [&](std::string_view word) { return noun.ends_with(word); });
    return !masculine && (noun.ends_with("en") || noun.ends_with("eln") || noun.ends_with("ern"));
}

/// A plural ends in "e", "n", "r", "s" or "l"; of what does, these are singular.
bool looks_singular(std::string_view noun) {
    static constexpr std::string_view endings[] = {"ion", "ur",  "ee",    "ie",   "ose",
                                                   "yse", "ese", "phase", "ness", "eur"};
    return std::string_view("enrsl").find(noun.back()) == std::string_view::npos ||
           std::any_of(std::begin(endings), std::end(endings),
                       [&](std::string_view ending) { return noun.ends_with(ending); });
}

/// Of "der" and its like, and of words that are inflected as "dieser" and "kein" are; 0 for another word.
unsigned forms_by_article(std::string_view folded) {
    static constexpr std::string_view stems[] = {"kein", "mein",  "sein", "ihr", "unser",
                                                 "jed",  "welch", "dies", "jen", "manch"};
    static constexpr article_forms endings[] = {
        {"", masculine | neuter},   {"e", feminine | plural},   {"en", masculine | plural},
        {"em", masculine | neuter}, {"es", masculine | neuter}, {"er", masculine | feminine | plural}};
    for (const auto& each : articles)
        if (each.article == folded)
            return each.forms;
    for (const auto& stem : stems)
        for (const auto& ending : endings)
            if (folded.starts_with(stem) && folded.substr(stem.size()) == ending.article)
                return ending.forms;
    return 0;
}

bool is_preposition(std::string_view word) {
    static constexpr std::string_view words[] = {
        "in",  "an",  "auf",  "unter", "über", "vor",   "hinter", "neben", "zwischen", "mit", "von",
        "aus", "bei", "nach", "zu",    "seit", "durch", "für",    "gegen", "ohne",     "um"};
    return is_among(word, words);
}

/// Without an article the adjective shows what the article would: "auf gleichen Schutz", "mit warmem Wasser".
unsigned forms_behind_preposition(std::string_view adjective) {
    if (adjective.ends_with("en"))
        return masculine | plural;
    if (adjective.ends_with("em"))
        return masculine | neuter;
    if (adjective.ends_with("er"))
        return feminine;
    return adjective.ends_with("es") ? neuter : feminine | plural;
}

/// What an adjective's ending leaves behind its article: "die ersten" are several.
unsigned forms_by_adjective(std::string_view article, std::string_view adjective) {
    const bool weak = adjective.ends_with("en");
    if (article == "die" || article == "diese")
        return weak ? plural : feminine;
    if (article == "der" || article == "dieser")
        return weak ? feminine | plural : masculine;
    if (article == "ein")
        return adjective.ends_with("er") ? masculine : neuter;
    return any_noun_form;
}

/// By the case that a preposition demands.
unsigned forms_by_preposition(std::string_view preposition, std::string_view article) {
    static constexpr std::string_view with_accusative[] = {"durch", "für", "gegen", "ohne", "um"};
    static constexpr std::string_view with_dative[] = {"mit", "von", "aus", "bei", "nach", "zu", "seit"};
    static constexpr std::string_view with_either[] = {"in",  "an",     "auf",   "unter",   "über",
                                                       "vor", "hinter", "neben", "zwischen"};
    const bool accusative = is_among(preposition, with_accusative);
    const bool dative = is_among(preposition, with_dative);
    if (article == "den" && (accusative || dative))
        return accusative ? masculine : plural;
    if (article == "der" && (dative || is_among(preposition, with_either)))
        return feminine;
    return any_noun_form;
}

/// By the verb behind a subject.
unsigned forms_by_verb(std::string_view behind) {
    static constexpr std::string_view singular_verbs[] = {"ist", "war",   "wird", "wurde",
                                                          "hat", "hatte", "kann"};
    static constexpr std::string_view no_verbs[] = {"mit",  "seit",  "nicht", "dort",     "fast",   "erst",
                                                    "laut", "neben", "gegen", "zwischen", "selbst", "jetzt"};
    if (is_among(behind, no_verbs))
        return any_noun_form;
    if (behind == "sind" || behind.ends_with("en"))
        return plural;
    if (is_among(behind, singular_verbs) || behind.ends_with('t'))
        return masculine | feminine | neuter;
    return any_noun_form;
}

}  // namespace

bool is_german_determiner(std::string_view folded) {
    return forms_by_article(folded) != 0;
}

unsigned german_forms_of(const german_noun& noun) {
    static constexpr std::string_view conjunctions[] = {"und", "oder", "aber", "denn", "doch", "sondern"};
    const auto& article = noun.article;
    const auto known = forms_by_article(article);
    if (noun.noun.empty())
        return any_noun_form;
    if (known == 0)
        return noun.adjective.empty() || !is_preposition(article) ? any_noun_form
                                                                  : forms_behind_preposition(noun.adjective);
    if ((article == "des" || article == "eines") && noun.noun.ends_with('s'))
        return genitive;
    auto forms = known;
    if (article == "den" || article == "die")
        forms &= looks_plural(noun.noun) ? plural
                 : looks_singular(noun.noun) || (article == "den" && !noun.noun.ends_with('s'))
                     ? masculine | feminine
                     : any_noun_form;
    forms &= forms_by_preposition(noun.before_article, article);
    if (!noun.adjective.empty())
        forms &= forms_by_adjective(article, noun.adjective);
    if (noun.behind_noun && article == "der")
        forms &= feminine | plural;
    else if ((article == "die" || article == "der") &&
             (noun.opens || is_among(noun.before_article, conjunctions)))
        forms &= noun.opens && article == "der" ? masculine : forms_by_verb(noun.behind);
    return forms != 0 ? forms : known;
}

}  // namespace examwright
