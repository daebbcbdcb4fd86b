#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/question/question.hpp"

namespace examwright {

/// What a write call's text held. An item without the right shape is kept out and counted.
struct written_questions {
    std::vector<question> questions;
    int malformed = 0;
};

/// Reads {"mcqs": [...]}, a bare array, or either in a Markdown fence or within prose (local servers ignore
/// the schema). Unknown members are ignored. Nothing: there is no such JSON in it, so the reply is unusable.
std::optional<written_questions> read_written_questions(std::string_view text);

struct review_answer {
    int number = 0;          // as given in the request, from 1
    std::size_t answer = 0;  // the option that the reviewer chose
    std::string critique;
};

/// The same for {"reviews": [...]}; an item of another shape is left out.
std::optional<std::vector<review_answer>> read_review_answers(std::string_view text);

}  // namespace examwright
