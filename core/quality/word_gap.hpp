#pragma once

#include <cstddef>
#include <string_view>

#include "core/quality/question_words.hpp"

namespace examwright {

/// What stands in the source between the word at `at`, which is not the first, and the one before it: a
/// blank, a comma, a hyphen.
std::string_view gap_before(const text_words& text, std::size_t at);

/// Whether the word at `at` begins with a capital.
bool is_capitalized(const text_words& text, std::size_t at);

}  // namespace examwright
