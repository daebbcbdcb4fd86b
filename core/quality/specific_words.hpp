#pragma once

#include <set>
#include <string>
#include <string_view>

#include "core/language/language.hpp"

namespace examwright {

/// The words of a text that tell which of several like things it speaks of, folded: those with a digit,
/// single letters, and those with a capital within the text, where capitals mark names (not in German).
std::set<std::string> specific_words(std::string_view text, language spoken = language::unknown);

}  // namespace examwright
