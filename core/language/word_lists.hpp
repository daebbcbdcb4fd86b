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
    std::string_view harmless_absolutes;  // "@time" and "@number" stand for any word of the next two
    std::string_view times;
    std::string_view small_numbers;
    std::string_view weak_absolutes;  // absolute at an option's start; elsewhere they only balance others
    std::string_view vague_terms;
    std::string_view harmless_vague;
    std::string_view exceptions;         // "except", at the end of what is asked
    std::string_view exception_company;  // words that may stand behind one there
    std::string_view least;              // what a superlative of little asks for: "least likely"
    std::string_view asking;             // which, what, who
    std::string_view asking_otherwise;   // why, how, when, where: a negation behind them is the subject's
    std::string_view subordinators;      // behind them a negation is the subject's, to the clause's end
    std::string_view relatives;          // the same, where they begin a clause behind a comma
    std::string_view negations;          // of the clause that asks
    std::string_view harmless_negations;
    std::string_view shouted;  // what in capital letters makes any stem a negative one
    // Phrases, in which "@source" stands for any noun of the two lists below, "@medium" for one of the
    // second,
    // "@tells" and "@told" for what a source does and what is done in it
    std::string_view source_speak;
    std::string_view source_places;  // the same, where a clause ends behind them or a stop word follows
    std::string_view harmless_source_speak;
    // Parted by spaces: what only a reader of the material can point at ("the passage"), with what ...
    std::string_view source_nouns;
    std::string_view pointing;
    std::string_view source_complements;  // ... and behind it shows that it is another: "the passage of"
    std::string_view source_media;        // what a phrase makes a source: "in this video"
    std::string_view source_verbs;
    std::string_view source_participles;
    std::string_view source_ordinals;
    std::string_view introducing;  // the articles by which a stem brings in one of its own
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
