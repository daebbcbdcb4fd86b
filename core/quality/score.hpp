#pragma once

#include <string_view>

#include "core/quality/question_words.hpp"
#include "core/question/question.hpp"

namespace examwright {

/// Whether a reviewer's critique names something wrong: it is not empty, and not "none" in so many words.
bool is_complaint(std::string_view critique);

/// 0..1, and the same for the same question: 1 less what its flaws cost (flaw_rules), a critique, and a
/// quote that was found nearly but not word for word. 0 for a question whose reviewer chose another answer.
double quality_score(const question& question, bool reviewer_agreed, std::string_view critique,
                     bool quote_exact, const question_context& context = {});

}  // namespace examwright
