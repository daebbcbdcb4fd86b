#pragma once

#include <string_view>

#include "core/question/grounded_question.hpp"
#include "core/question/question.hpp"

namespace examwright {

/// Whether two stems ask the same: equal by normalized(), or nearly so (3 in 4 of their words shared). Stems
/// that differ only in a blank's place are not the same.
bool asks_the_same(std::string_view left, std::string_view right);

/// Whether two questions have the same key, from the same words of the document.
bool repeats_answer(const question& left, const question& right);

/// The same, or from one place: at least half of one quote stands in the other. The same key elsewhere is no
/// repetition: a name may answer two questions.
bool repeats_answer(const grounded_question& left, const grounded_question& right);

}  // namespace examwright
