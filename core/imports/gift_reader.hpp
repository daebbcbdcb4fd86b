#pragma once

#include <string_view>

#include "core/imports/question_set.hpp"
#include "core/problem.hpp"

namespace examwright {

/// Reads GIFT (docs.moodle.org/en/GIFT_format) as Moodle does: multiple choice with one right answer, its
/// texts as plain text. The title is a comment in the first line, or else the name of the first category.
/// Tags that are "easy", "medium" or "hard" give the difficulty; another tag, or else the category, the
/// topic. Feedback of single options joins the explanation. Whatever else the file holds is left out.
result<question_set> read_gift(std::string_view text);

}  // namespace examwright
