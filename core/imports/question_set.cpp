#include "core/imports/question_set.hpp"

namespace examwright {

std::optional<problem> problem_of_count(std::size_t questions) {
    if (questions >= 1 && questions <= most_questions)
        return std::nullopt;
    return invalid("questions are " + std::to_string(questions) + "; a test that is imported has 1 to " +
                   std::to_string(most_questions));
}

}  // namespace examwright
