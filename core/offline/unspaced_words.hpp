#pragma once

#include <string_view>

namespace examwright {

/// Lists of words of scripts that set no blanks between them: Chinese, Japanese and Thai.

/// Words of two characters and more that name nothing.
bool is_unspaced_function_word(std::string_view word);
/// Between such words a noun stands.
bool leads_unspaced_noun(std::string_view word);
bool follows_unspaced_noun(std::string_view word);
/// "การ" makes a noun of the verb behind it.
bool leads_unspaced_verb(std::string_view word);

/// Whether a piece of Thai is too short for a word and none of the short ones that are: the dictionary did
/// not know the word that it is of, and what stands beside it is of that word, too.
bool is_word_fragment(std::string_view word);

/// Stands behind a noun of Japanese.
bool is_japanese_particle(std::string_view word);
/// The Hiragana that "区切" goes on with in "区切られる".
bool is_end_of_japanese_verb(std::string_view word);

/// A country, a town, a river: no choice among substances.
bool names_unspaced_place(std::string_view word);

}  // namespace examwright
