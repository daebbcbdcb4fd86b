#pragma once

#include <string_view>

#include "core/imports/question_set.hpp"
#include "core/problem.hpp"

namespace examwright {

/// Reads GIFT (docs.moodle.org/en/GIFT_format): multiple choice with one right answer, in plain text. A
/// comment in the first line is the title. Tags that are "easy", "medium" or "hard" give the difficulty,
/// another one the topic. Feedback of single options joins the explanation; names and categories are not
/// kept. Any other kind of question is a problem, whose sentence names the question and its line.
result<question_set> read_gift(std::string_view text);

}  // namespace examwright
