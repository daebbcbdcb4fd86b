#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "core/language/language.hpp"
#include "core/question/question.hpp"

namespace examwright {

/// How often each letter is the key so far.
using key_counts = std::array<int, option_count>;

/// The place of the key for each of `count` questions: each takes the letter least used so far, ties broken
/// by the seed, so that a test's keys spread evenly over A-D and the same seed always gives the same places.
std::vector<std::size_t> plan_keys(std::string_view seed, const key_counts& used, std::size_t count);

/// Moves the keys of questions that are asked together, each to a place of its own, the distractors keeping
/// their order. Options that are all numbers go in ascending order instead, wherever that puts the key
/// (item-writing: numeric disorder), and use up that place, so that the others' keys spread over what is
/// left. places: at least one a question. spoken: the language that they are written in.
void arrange_options(const std::vector<question*>& questions, std::vector<std::size_t> places,
                     language spoken = language::unknown);

}  // namespace examwright
