#pragma once

#include <string>
#include <string_view>

#include "core/language/language.hpp"

namespace examwright {

/// A folded word and its stem by Snowball's algorithm for the language: "queries" and "query" share one. For
/// a language without an algorithm the stem is the word itself, in canonical form.
struct stemmed_word {
    stemmed_word(language spoken, std::string_view word);
    std::string folded;
    std::string stem;
};

/// Whether two words are forms of one, by their stems (which may differ in two letters at the end), by
/// same_root(), or as the doer of what the other names: "routing" and "router", "traduit" and "traducteur".
bool same_word_family(language spoken, const stemmed_word& left, const stemmed_word& right);

}  // namespace examwright
