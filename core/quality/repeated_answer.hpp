#pragma once

#include "core/generation/outcome.hpp"
#include "core/question/question.hpp"

namespace examwright {

/// Whether two questions have the same key, from the same words of the document.
bool repeats_answer(const question& left, const question& right);

/// The same, or from one place: at least half of one quote stands in the other. The same key elsewhere is no
/// repetition: a name may answer two questions.
bool repeats_answer(const grounded_question& left, const grounded_question& right);

}  // namespace examwright
