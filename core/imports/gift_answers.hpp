#pragma once

#include <string_view>

#include "core/imports/moodle_text.hpp"
#include "core/problem.hpp"
#include "core/question/question.hpp"

namespace examwright {

/// Takes the format off the front of a text: "[html]". `otherwise` if there is none.
moodle_format take_gift_format(std::string_view& text, moodle_format otherwise);

/// Reads what stands in the braces of a question: options, key and explanation. A problem says in a teacher's
/// words why it is not a choice with one right answer.
result<question> read_gift_answers(std::string_view answers, moodle_format format);

}  // namespace examwright
