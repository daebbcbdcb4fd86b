#pragma once

#include <string_view>

#include "core/imports/question_set.hpp"

namespace examwright {

/// Reads Aiken: lines of the question, "A) ..." a line for each option, "ANSWER: B".
result<question_set> read_aiken(std::string_view text);

/// Whether the text has a line "ANSWER: B" behind an option.
bool looks_like_aiken(std::string_view text);

}  // namespace examwright
