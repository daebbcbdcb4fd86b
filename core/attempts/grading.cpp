#include "core/attempts/grading.hpp"

namespace examwright {

attempt_grade grade_attempt(const std::vector<answered_question>& questions) {
    attempt_grade grade;
    for (const auto& question : questions) {
        ++grade.total;
        if (question.chosen == question.correct)
            ++grade.score;
        else
            grade.misses.push_back(question);
    }
    return grade;
}

}  // namespace examwright
