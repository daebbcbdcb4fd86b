#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/quality/rejection.hpp"
#include "core/question/question.hpp"

namespace examwright {

/// What a write call's text held. A question that can't be read is left out and counted.
struct written_questions {
    std::vector<question> questions;
    std::map<drop_reason, int> dropped;
};

/// Reads the questions of a reply, at most `most`, in whatever shape (core/question/question_reader.hpp):
/// local servers ignore the schema. Nullopt if it holds no list of questions, so that the reply is unusable.
std::optional<written_questions> read_written_questions(std::string_view text, std::size_t most = 100);

/// What a reviewer finds wrong with a question.
enum class review_flaw { none, two_right, none_right, unclear, gives_away, not_in_passages };

struct review_answer {
    std::size_t answer = 0;               // the option that the reviewer chose
    std::vector<std::size_t> also_right;  // others that are right too
    std::optional<review_flaw> flaw;      // nullopt where the reply has no such member
    std::string critique;
};

/// Whether the text holds anything like a review.
bool holds_reviews(std::string_view text);

/// The answers of a review, one place for each question; nullopt for one that it does not answer. An answer
/// belongs to a question by its stem where the reply repeats it, else by its number, else by its place. The
/// answer is a letter, or the option's words.
std::vector<std::optional<review_answer>> read_review_answers(std::string_view text,
                                                              const std::vector<question>& questions);

}  // namespace examwright
