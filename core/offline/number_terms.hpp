#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/language/language.hpp"
#include "core/offline/cloze_text.hpp"

namespace examwright {

/// Whether the number that is token i of the sentence says how many, how much or when. It does not as a part
/// of a name ("debhello-2.1", "UTF-8", "Python 3"), a footnote's sign, a word in quotes, or the number of a
/// place or a version ("Line 4", "chapters 3 and 5").
bool states_quantity(std::string_view sentence, const std::vector<cloze_token>& tokens, std::size_t i);

/// Whether it is a year, by its digits and the words beside it.
bool states_year(language spoken, std::string_view sentence, const std::vector<cloze_token>& tokens,
                 std::size_t i);

double number_of(std::string_view text);

}  // namespace examwright
