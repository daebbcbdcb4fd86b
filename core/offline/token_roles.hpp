#pragma once

#include "core/offline/cloze_text.hpp"

namespace examwright {

/// Stands before a name and is none.
bool is_title(const cloze_token& token);
/// "São Paulo": begins the name of a place, though the word is common.
bool is_saint(const cloze_token& token);
/// "University of Oxford".
bool joins_names(const cloze_token& token);
/// "Figure 3", "chapter 12", "page 7": the number names a place, not a fact.
bool numbers_places(const cloze_token& token);
/// "IV": what kings and popes are told apart by.
bool is_roman(const cloze_token& token);

}  // namespace examwright
