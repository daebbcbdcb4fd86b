#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "core/question/question.hpp"

namespace examwright {

/// Two questions of a set, by their indices, the smaller first.
using question_pair = std::pair<std::size_t, std::size_t>;

// The flaws of a set (Haladyna and Downing; users' complaints about duplicates and "always B"). All take sets
// of tens of thousands: each question is compared with those that share its rare words, not with all.

/// Nearly the same stem, by asks_the_same(). A question is paired with the first one that it is like.
std::vector<question_pair> near_duplicate_stems(const std::vector<question>& questions);

/// The same key in words, and nearly the same quote or, without quotes, half of the stem's content words.
/// Quotes that name different years or people are not the same.
std::vector<question_pair> repeated_answers(const std::vector<question>& questions);

}  // namespace examwright
