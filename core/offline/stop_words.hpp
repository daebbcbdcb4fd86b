#pragma once

#include <string_view>

namespace examwright {

/// Words that carry no subject of their own, case folded: English, and the commonest of a few other European
/// languages. For other languages a word's length has to tell (see cloze_text).
bool is_common_word(std::string_view folded);

/// Stands before a noun: "the", "of", "su".
bool leads_noun(std::string_view folded);
/// Stands before a verb more often than not: "to", "they", "can".
bool leads_verb(std::string_view folded);
/// Stands between such a word and its verb in French: "qui en accepte".
bool is_clitic(std::string_view folded);
/// Begins what a verb acts on: "the", "a", "its".
bool is_article(std::string_view folded);

/// Words that point at what a lone sentence doesn't show: "it", "these", "however".
bool points_back(std::string_view folded);

}  // namespace examwright
