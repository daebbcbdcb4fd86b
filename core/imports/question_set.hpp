#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/problem.hpp"
#include "core/question/question.hpp"

namespace examwright {

/// A part of a file that is no question that can be imported.
struct left_out_question {
    std::optional<int> line;  // where it begins, from 1; nullopt in a format without lines
    std::string name;         // what the file calls it; may be empty
    std::string reason;       // for a teacher, after its line or name: "it is an essay"
};

/// The questions of a file, and what of it was left out.
struct question_set {
    std::string title;               // empty if the file has none
    std::string page_name = "page";  // what a source_page counts
    std::vector<question> questions;
    std::vector<left_out_question> left_out;
    std::size_t unlisted = 0;  // left out besides, beyond what is worth listing
};

void leave_out(question_set& set, left_out_question part);

/// Adds a question that was read at `place` (its reason is ignored), or leaves it out: if it could not be
/// read, breaks the limits of a question, or is one too many for a test.
void add_question(question_set& set, result<question> read, left_out_question place);

/// Returns the set, or a problem that gives the reasons if it has no question.
result<question_set> finished(question_set set);

}  // namespace examwright
