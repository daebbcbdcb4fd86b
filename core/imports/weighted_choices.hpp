#pragma once

#include <string>
#include <vector>

#include "core/problem.hpp"
#include "core/question/question.hpp"

namespace examwright {

/// An option with the share of the points that it gives.
struct weighted_choice {
    std::string text;
    std::string feedback;
    double percent = 0;
};

/// Makes a question of choices of which one gives all points and no other any; else a problem. The choices'
/// feedback joins the explanation, after the option's text.
result<question> question_of_choices(std::vector<weighted_choice> choices, std::string explanation);

/// The problem of a question of another kind: "an essay".
problem other_kind_of_question(const std::string& kind);

}  // namespace examwright
