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

bool is_saint(const cloze_token& token) {
    static const std::set<std::string_view> words = {"são", "san", "santa", "santo", "sankt", "saint"};
    return words.contains(token.folded);
}

bool joins_names(const cloze_token& token) {
    static const std::set<std::string_view> words = {"of", "de", "van", "von", "du", "da", "del"};
    return words.contains(token.folded);
}

bool numbers_places(const cloze_token& token) {
    static const std::set<std::string_view> words = {
        "figure",    "figures",   "fig",      "table",     "tables",   "chapter",  "chapters", "section",
        "sections",  "page",      "pages",    "unit",      "units",    "volume",   "no",       "nr",
        "step",      "steps",     "p",        "version",   "versions", "release",  "line",     "lines",
        "lesson",    "exercise",  "question", "questions", "slide",    "slides",   "part",     "parts",
        "row",       "rows",      "column",   "option",    "item",     "rule",     "article",  "equation",
        "example",   "format",    "level",    "stage",     "phase",    "type",     "number",   "port",
        "abbildung", "tabelle",   "kapitel",  "seite",     "seiten",   "zeile",    "zeilen",   "folie",
        "aufgabe",   "artikel",   "band",     "schritt",   "phase",    "nummer",   "tableau",  "chapitre",
        "ligne",     "lignes",    "étape",    "numéro",    "exercice", "figura",   "tabla",    "tabela",
        "capítulo",  "página",    "páginas",  "línea",     "líneas",   "linha",    "linhas",   "sección",
        "seção",     "paso",      "passo",    "versión",   "versão",   "artículo", "artigo",   "número",
        "ejercicio", "exercício", "अध्याय",    "पृष्ठ",       "चित्र",     "पंक्ति",     "तालिका",   "अनुच्छेद"};
    return words.contains(token.folded);
}

bool is_roman(const cloze_token& token) {
    return token.acronym == (token.letters > 1) && token.capital && token.letters <= 5 &&
           token.folded.find_first_not_of("ivxl") == std::string::npos;
}

}  // namespace examwright
