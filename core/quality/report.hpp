#pragma once

#include <string>
#include <vector>

#include "core/quality/flaws.hpp"
#include "core/question/question.hpp"

namespace examwright {

/// The flaws of each question of a set, as `examwright check` tells them.
struct check_report {
    std::vector<std::vector<found_flaw>> flaws;  // by question

    bool drops_any() const;
    /// [{"number": 1, "flaws": [{"flaw": "longest_is_right", "drops": true, "at": "..."}]}], every question
    /// in it; "at" is what the flaw was found by.
    std::string as_json() const;
    /// A line for each question with a flaw, a summary by flaw, and what is wrong with the set.
    std::string as_text(const std::vector<question>& questions) const;
};

/// The flaws of a question whose document is not at hand: its source_quote tells the language that it should
/// be in.
std::vector<found_flaw> check_question(const question& question);

/// check_question() of each.
check_report check_questions(const std::vector<question>& questions);

}  // namespace examwright
