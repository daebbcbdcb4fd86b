#pragma once

#include <string>
#include <string_view>

#include "core/language/language.hpp"

namespace examwright {

/// The stem of a folded word by Snowball's algorithm for the language: "queries" and "query" share one. The
/// word itself, in canonical form, for a language without an algorithm.
std::string word_stem(language spoken, std::string_view folded);

/// A folded word and its word_stem(), for who compares it with many.
struct stemmed_word {
    std::string folded;
    std::string stem;
};

/// Whether two words are forms of one, by their stems (which may differ in two letters at the end), by
/// same_root(), or as the doer of what the other names: "routing" and "router".
bool same_word_family(language spoken, const stemmed_word& left, const stemmed_word& right);
/// The same of two folded words.
bool same_word_family(language spoken, std::string_view left, std::string_view right);

}  // namespace examwright
