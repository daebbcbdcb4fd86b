#pragma once

#include <string>
#include <vector>

#include "core/quality/flaws.hpp"
#include "core/quality/subject_terms.hpp"
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

/// What a set tells of itself where its document is not at hand: the language that most of it is in, and what
/// it is about.
struct set_context {
    explicit set_context(const std::vector<question>& questions);
    language spoken = language::unknown;
    subject_terms subject;
};

/// The flaws of a question of the set. It is in the wrong language where its source quote is in the set's and
/// it is not; by itself a quote may be in a language that the question is about.
std::vector<found_flaw> check_question(const question& question, const set_context& set);

/// check_question() of each.
check_report check_questions(const std::vector<question>& questions);

}  // namespace examwright
