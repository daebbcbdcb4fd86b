#pragma once

#include <string_view>

#include "core/language/language.hpp"

namespace examwright {

/// What the checks know of a language. Stop and frame words are parted by spaces, the rest is written as
/// phrase_set reads it.
struct word_lists {
    std::string_view stop_words;
    std::string_view frame_words;  // what questions are made of beside their subject
    std::string_view absolute_terms;
    std::string_view harmless_absolutes;
    std::string_view vague_terms;
    std::string_view harmless_vague;
    std::string_view negations;
    std::string_view harmless_negations;
    std::string_view source_speak;
    std::string_view harmless_source_speak;
};

extern const word_lists english_words;
extern const word_lists german_words;
extern const word_lists french_words;
extern const word_lists spanish_words;
extern const word_lists portuguese_words;
extern const word_lists hindi_words;

/// Returns nullptr for a language without lists.
const word_lists* words_of(language spoken);

}  // namespace examwright
