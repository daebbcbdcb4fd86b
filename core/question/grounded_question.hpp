#pragma once

#include <string>

#include "core/document/quote_finder.hpp"
#include "core/question/question.hpp"

namespace examwright {

/// A question whose quote was found in the document, and what its reviewer said of it.
struct grounded_question {
    question content;
    quote_place place;
    std::string critique;
    bool complaint = false;  // the reviewer found something that costs, but does not drop
};

}  // namespace examwright
