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

/// Moves the key to `place`, the distractors keeping their order. Options that are all numbers go in
/// ascending order instead, wherever that puts the key (item-writing: numeric disorder). spoken: the language
/// that they are written in.
void arrange_options(question& question, std::size_t place, language spoken = language::unknown);

/// The same for questions that are asked together, one place each at least. A question of numbers uses up the
/// place where its key stands, so that the others' keys spread over what is left.
void arrange_options(const std::vector<question*>& questions, std::vector<std::size_t> places,
                     language spoken = language::unknown);

}  // namespace examwright
