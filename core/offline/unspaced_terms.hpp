#pragma once

#include <cstddef>
#include <vector>

namespace examwright {

struct cloze_sentence;

struct unspaced_term {
    std::size_t begin = 0;  // bytes into the sentence
    std::size_t end = 0;
    bool is_noun = false;  // by the words beside it, here or elsewhere
    bool askable = false;  // stands here as a noun of its own
};

/// Words of scripts written without spaces, by ICU's dictionaries: two characters or more (three of an
/// alphabet, as in Thai) that stand in the material at least twice or as a noun, no function words, no verbs,
/// and no pieces of a word that the dictionary does not know. For each sentence its own, in order.
std::vector<std::vector<unspaced_term>> find_unspaced_terms(const std::vector<cloze_sentence>& sentences);

}  // namespace examwright
