#pragma once

#include <string_view>
#include <vector>

#include "core/problem.hpp"
#include "core/question/question.hpp"

namespace examwright {

/// Reads questions that were written elsewhere: [{"question", "options", "correct_option", "explanation"?,
/// "source"?}], or {"questions": [...]} with the same. Options are an object A..E or a list of 2 to 5;
/// correct_option is a letter, in a list also an index from 0 or the option's own words. source goes to
/// source_quote. The problem's sentence names the question, from 1, that can't be read.
result<std::vector<question>> read_questions_to_check(std::string_view text);

}  // namespace examwright
