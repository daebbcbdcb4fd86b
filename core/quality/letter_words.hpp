#pragma once

#include <string>
#include <unordered_set>

#include "core/question/question.hpp"

// The words by which an explanation is found to name an option by its letter, in our languages, folded.

namespace examwright {

using word_set = std::unordered_set<std::string>;

/// The last letter that may name an option of a question: E, or that of its last option.
char last_letter_of(const question& question);

/// What an option is called.
const word_set& option_nouns();
/// Between such a noun and its letter: "the answer must be B", "la respuesta correcta es la C".
const word_set& links();
/// Such a noun too, unless the subject has things of that letter itself.
const word_set& label_nouns();
/// "The key is A."
const word_set& keys();
const word_set& copulas();
/// What a wrong option does, and no quantity that a letter stands for.
const word_set& wrong_option_verbs();
/// What is said of an option.
const word_set& verdicts();
/// Words behind a letter that show that it stands by itself: "the answer is B because".
const word_set& continuations();
/// Of a statement, or of an option.
const word_set& truths();
/// What a clause can begin with before a letter.
const word_set& openers();
const word_set& subordinators();

}  // namespace examwright
