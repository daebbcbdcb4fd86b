#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/question/question.hpp"

namespace examwright {

/// The fraction (0..1) of a set's questions that have something in common, and what that is.
struct concentration {
    std::size_t where = 0;
    double share = 0;
};

/// The letter that far more keys have than chance would give it; nothing under 8 questions.
std::optional<concentration> key_letter_concentration(const std::vector<question>& questions);

/// Whether a question's key is longer than each of its other options.
bool is_key_longest(const question& question);

/// The share of questions whose key is the single longest option, where it is far above chance; where is 0.
std::optional<concentration> longest_key_concentration(const std::vector<question>& questions);

/// The share of the questions that come from one source, by the words of source_quote: half or more of them,
/// and 8 at least. where is the first of them.
std::optional<concentration> source_concentration(const std::vector<question>& questions);

}  // namespace examwright
