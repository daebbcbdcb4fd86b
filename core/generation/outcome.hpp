#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/quality/rejection.hpp"
#include "core/quality/subject_terms.hpp"
#include "core/question/grounded_question.hpp"

namespace examwright {

/// Why a job ends.
enum class job_end {
    done,       // the calls are through
    cancelled,  // by its owner
    document_deleted,
    deadline,  // its five minutes are over, or it is too old to go on
    fatal,     // an error that no retry can mend
};

struct accepted_question {
    question content;
    std::string critique;
    double score = 0;  // 0..1
};

struct generation_outcome {
    std::string status;                         // "completed", "partial", "failed"
    std::optional<std::string> failure_reason;  // for a person, with what to do
    std::vector<accepted_question> questions;   // at most as many as were asked for
    std::vector<accepted_question> spares;      // what is left over, the best first
    std::map<drop_reason, int> dropped;
};

struct outcome_input {
    int requested = 0;
    std::size_t document_bytes = 0;
    language document_language = language::unknown;
    subject_terms subject;                    // of the document
    std::vector<grounded_question> accepted;  // each stem and each answer once
    std::map<drop_reason, int> dropped;
    job_end why = job_end::done;
    std::string failure;   // what the last failed call or the fatal error said; may be empty
    bool refused = false;  // some call was
    bool focused = false;  // the test was to be about a part of what the document says
};

/// Scores, filters and sorts: the best questions, and how the test ends.
generation_outcome conclude(outcome_input input);

}  // namespace examwright
