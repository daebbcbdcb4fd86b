#pragma once

#include <string_view>
#include <vector>

#include "core/problem.hpp"
#include "core/question/question.hpp"

namespace examwright {

/// Reads questions that were written elsewhere, in every shape that core/question/question_reader.hpp knows:
/// [{"question", "options", "correct_option", "explanation"?, "source"?}], or {"questions": [...]} with the
/// same, and many more. A question that can't be read is a problem of its own.
result<std::vector<result<question>>> read_question_items(std::string_view text);

/// The same for a list in which none may be wrong: the problem's sentence names the question, from 1, that
/// can't be read.
result<std::vector<question>> read_questions_to_check(std::string_view text);

}  // namespace examwright
