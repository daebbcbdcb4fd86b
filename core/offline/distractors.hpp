#pragma once

#include <cstddef>
#include <vector>

#include "core/offline/cloze_material.hpp"
#include "core/question/question.hpp"

namespace examwright {

/// Whether a term can be asked for or stand beside one that is.
bool is_usable(const cloze_term& term);

/// Whether options of its kind stand in ascending order.
bool is_ordered(const cloze_term& term);

/// Whether two texts are forms of one word or name: "cell" and "cells", "Curie" and "Marie Curie".
bool same_term(const cloze_term& left, const cloze_term& right);

/// How well the worst of them fits in the key's place; higher is better.
double worst_fit(const cloze_material& material, const term_place& place,
                 const std::vector<std::size_t>& distractors, difficulty level);

/// Three terms of the material of the same kind as the one at `place`, none of which stands in the sentence,
/// likest first; fewer than three: none. taken[t] counts how often term t was a distractor so far. Of numbers
/// and years, which stand in ascending order, `below` are smaller than the key where there are such: so its
/// place is not always the same.
std::vector<std::size_t> choose_distractors(const cloze_material& material, std::size_t sentence,
                                            const term_place& place, difficulty level,
                                            const std::vector<int>& taken, std::size_t below);

}  // namespace examwright
