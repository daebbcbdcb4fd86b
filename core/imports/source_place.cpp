#include "core/imports/source_place.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace examwright {

namespace {

// As core/exports/labels.cpp has them.
constexpr std::string_view place_words[] = {
    "Page",      "Slide",   "Chapter",     "Section",  "Minutes", "Seite",       "Folie",    "Kapitel",
    "Abschnitt", "Minuten", "Diapositive", "Chapitre", "Página",  "Diapositiva", "Capítulo", "Sección",
    "Minutos",   "Seção",   "पृष्ठ",         "स्लाइड",    "अध्याय",   "खंड",          "मिनट"};

}  // namespace

std::optional<int> page_of_place(std::string_view text) {
    constexpr int minutes = 5;
    constexpr std::string_view dash = "–";
    const auto blank = text.find(' ');
    if (blank == text.npos || std::ranges::find(place_words, text.substr(0, blank)) == std::end(place_words))
        return std::nullopt;
    auto digits = text.substr(blank + 1);
    const auto span = digits.find(dash);
    const bool counts_minutes = span != digits.npos;
    if (counts_minutes)
        digits.remove_prefix(span + dash.size());
    int number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size() || number < 1)
        return std::nullopt;
    return counts_minutes ? number / minutes : number;
}

}  // namespace examwright
