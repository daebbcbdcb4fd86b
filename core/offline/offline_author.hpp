#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/generation/call_kind.hpp"

namespace examwright {

/// Which of our two prompts a user text is, told by what prompts.hpp promises; nothing for any other.
std::optional<call_kind> kind_of_prompt(std::string_view user);

/// What the rule-based author answers to a user text: {"mcqs": [...]}, {"reviews": [...]}, or a sentence for
/// any other prompt. A review differs from what the author holds right in its first wrong_answers questions.
std::string author_reply(std::string_view user, int wrong_answers = 0);

}  // namespace examwright
