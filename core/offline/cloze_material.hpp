#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/offline/cloze_text.hpp"

#include "core/offline/noun_forms.hpp"

namespace examwright {

enum class term_kind { year, number, name, word, characters };

/// A term of the material that can be left out of a sentence, or stand as a distractor where it was.
struct cloze_term {
    std::string text;    // as first written
    std::string folded;  // what tells it from others, together with kind
    term_kind kind = term_kind::word;
    std::size_t words = 1;
    std::size_t letters = 0;     // code points
    int uses = 0;                // in the material
    bool is_everywhere = false;  // in so many sentences that it tells nothing of one
    bool is_surname = false;     // stands behind a given name somewhere: people are no choice among places
    unsigned forms = any_noun_form;  // by its articles
    bool led = false;                // an article or the like stands before it somewhere
    bool bare = false;               // it does without one somewhere
    int noun_signs = 0;              // uses that stand where a noun stands
    double value = 0;                // of a year or a number
    std::set<std::string> before;    // the words that stand before it, folded
    std::size_t first_sentence = 0;
};

struct term_place {
    std::size_t begin = 0;  // bytes into the sentence
    std::size_t end = 0;
    std::size_t term = 0;            // index into cloze_material::terms
    std::string before;              // the word before it in this sentence, folded; empty at its start
    unsigned forms = any_noun_form;  // that the words around it allow
    bool led = false;                // behind an article or the like
    bool bare = false;               // behind another word of grammar
    bool agrees = false;             // articles of the language agree with their noun
    bool defined = false;            // the sentence says what the term is
    bool askable = true;             // a word: stands here as a noun does, and not at the sentence's start
};

struct cloze_sentence {
    std::string text;  // on one line
    std::string folded;
    int rating = 0;         // see rate_sentence
    std::size_t begin = 0;  // bytes into the material
    std::vector<term_place> places;
};

struct cloze_material {
    std::vector<cloze_sentence> sentences;  // all, in order
    std::vector<cloze_term> terms;
};

cloze_material read_cloze_material(std::string_view material);

}  // namespace examwright
