#pragma once

#include <string_view>

#include "core/imports/question_set.hpp"

namespace examwright {

/// Reads a table of questions: our own CSV, and others that name their columns in the usual ways ("question",
/// "option a" or "answer 1", "correct answer", "explanation" ...). The right answer is a letter, a number or
/// the option's words. An apostrophe before a formula is taken off.
result<question_set> read_csv(std::string_view text);

/// Whether one of its first records names such columns.
bool looks_like_csv(std::string_view text);

}  // namespace examwright
