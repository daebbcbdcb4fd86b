#include "core/offline/token_roles.hpp"

#include <set>
#include <string>
#include <string_view>

namespace examwright {

bool is_title(const cloze_token& token) {
    static const std::set<std::string_view> words = {"prof", "professor", "dr",    "mr",    "mrs",
                                                     "ms",   "st",        "sir",   "frau",  "herr",
                                                     "mme",  "monsieur",  "señor", "señora"};
    return words.contains(token.folded);
}

bool joins_names(const cloze_token& token) {
    static const std::set<std::string_view> words = {"of", "de", "van", "von", "du", "da", "del"};
    return words.contains(token.folded);
}

bool numbers_places(const cloze_token& token) {
    static const std::set<std::string_view> words = {
        "figure",  "fig",      "table",    "chapter",  "section", "page",    "pages",     "unit",
        "volume",  "no",       "step",     "p",        "version", "release", "line",      "lines",
        "lesson",  "exercise", "question", "slide",    "part",    "row",     "abbildung", "tabelle",
        "kapitel", "seite",    "zeile",    "folie",    "aufgabe", "tableau", "chapitre",  "ligne",
        "figura",  "tabla",    "tabela",   "capítulo", "página",  "línea",   "linha"};
    return words.contains(token.folded);
}

bool is_roman(const cloze_token& token) {
    return token.acronym == (token.letters > 1) && token.capital && token.letters <= 5 &&
           token.folded.find_first_not_of("ivxl") == std::string::npos;
}

}  // namespace examwright
