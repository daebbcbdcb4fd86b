#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "core/problem.hpp"
#include "core/question/question.hpp"

namespace examwright {

// What holds for a question that a person writes or brings along. Problems name the field: "options.B is
// empty".

inline constexpr std::size_t longest_part =
    4000;  // characters of a stem, an option, an explanation or a quote
inline constexpr std::size_t longest_title = 300;   // characters of a test's title
inline constexpr std::size_t most_questions = 500;  // of a test
inline constexpr std::size_t most_written = 100;    // questions that are read of one reply of a model

/// Returns true if no part of the question is longer than longest_part: checked of a model's question before
/// any work that grows with its length.
bool within_limits(const question& question);

std::optional<problem> problem_of_text(std::string_view name, std::string_view text, bool may_be_empty);
/// Two to ten, each with a text of its own.
std::optional<problem> problem_of_options(const std::vector<std::string>& options);
/// Of the stem, the options, the explanation and the quote.
std::optional<problem> problem_of_question(const question& question);

}  // namespace examwright
