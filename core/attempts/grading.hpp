#pragma once

#include <string>
#include <vector>

namespace examwright {

/// A question as it was answered in an attempt; letters of options.
struct answered_question {
    std::string question_id;
    std::string correct;
    std::string chosen;  // empty: no answer
};

struct attempt_grade {
    int score = 0;
    int total = 0;
    std::vector<answered_question> misses;  // wrong or without an answer, in the order of the questions
};

attempt_grade grade_attempt(const std::vector<answered_question>& questions);

}  // namespace examwright
