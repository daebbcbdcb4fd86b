#pragma once

#include <cstddef>
#include <vector>

namespace examwright {

struct cloze_sentence;

struct character_run {
    std::size_t begin = 0;  // bytes into the sentence
    std::size_t end = 0;
};

/// Terms of scripts written without spaces, told by repetition alone: runs of 2 to 4 characters (3 to 8 where
/// they are an alphabet, as in Thai) that stand in the material at least twice, and no longer run as often.
/// For each sentence its own, in order, not overlapping.
std::vector<std::vector<character_run>> find_character_terms(const std::vector<cloze_sentence>& sentences);

}  // namespace examwright
