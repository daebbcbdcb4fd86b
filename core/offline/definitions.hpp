#pragma once

#include <string_view>

#include "core/offline/cloze_material.hpp"

namespace examwright {

/// Whether the sentence says what the term at `place` is: "X is a ...", "called X", "heißt X", "X कहते हैं".
bool defines(const cloze_sentence& sentence, const term_place& place);

}  // namespace examwright
