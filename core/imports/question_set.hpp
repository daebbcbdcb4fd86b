#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/problem.hpp"
#include "core/question/question.hpp"

namespace examwright {

/// Questions that somebody brings along.
struct question_set {
    std::string title;  // empty, where the file tells none
    std::vector<question> questions;
};

inline constexpr std::size_t most_questions = 20;  // as many as a test can be asked for

/// None and more than most_questions are a problem.
std::optional<problem> problem_of_count(std::size_t questions);

}  // namespace examwright
