#pragma once

#include <string_view>

namespace examwright {

enum class abbreviation {
    none,
    before_word,    // a sentence hardly ever ends with it: "Dr", "e.g", "z. B"
    before_number,  // only in front of a number: "Fig", "No", "p"
    anywhere,       // may end a sentence: "etc", "Inc", "U.S", a person's initial
};

/// What a full stop after this word means. The word is given without that stop: "Dr", "e.g", "J".
abbreviation classify_abbreviation(std::string_view word);

/// Whether a word in front of which a sentence often begins in English: after an abbreviation that may end
/// a sentence it is the only sign that one did.
bool starts_sentences(std::string_view word);

}  // namespace examwright
