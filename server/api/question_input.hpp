#pragma once

#include <optional>
#include <string>

#include "core/problem.hpp"
#include "db/records.hpp"
#include "server/http/json_body.hpp"

namespace examwright {

/// What a person writes of a question: each part that is given replaces the one that there is.
struct question_input {
    question_record question;  // with all parts taken over
    std::optional<std::string> topic_id;
    std::optional<int> place;  // sort_order, from 1
};

/// Onto `base`: the question as it is, or an empty one for a new question, of which the stem, the options and
/// the key must then be given. What a reviewer said of the old words does not hold for new ones. Problems
/// name their field.
result<question_input> read_question_input(const json_body& body, question_record base);

}  // namespace examwright
