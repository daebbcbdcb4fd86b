#pragma once

#include <compare>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/chunks.hpp"
#include "core/document/document_text.hpp"
#include "core/generation/call.hpp"
#include "core/generation/candidates.hpp"
#include "core/generation/outcome.hpp"
#include "core/generation/plan.hpp"
#include "core/generation/supporting_sentences.hpp"

namespace examwright {

struct generation_spec {
    std::string seed;  // the test's id: places the keys
    int questions = 15;
    difficulty level = difficulty::medium;
    std::vector<std::string> topic_slugs;
    std::string focus;                      // what the test is to be about; empty: the whole document
    std::string language;                   // to write in (read_output_language); empty: the document's own
    std::vector<std::string> asked_before;  // stems of the owner's other tests of the document
    std::vector<question> taken;  // of a test that one question is to be added to: its questions, not to be
                                  // asked again
};

/// Whether a reply's text can be read as what was asked for. One that can't is an attempt to be repeated.
bool usable_reply(call_kind kind, std::string_view text);

struct job_progress {
    std::string_view phase;  // "writing" or "reviewing"
    int calls_done = 0;
    int calls_total = 0;
    auto operator<=>(const job_progress&) const = default;
};

/// A test's generation as a state machine: the caller makes the calls and feeds their results back. The same
/// results lead to the same state whatever the order in which a round's calls end, so a job is resumed by
/// feeding the records of its calls to a new one.
class generation_job {
  public:
    generation_job(generation_spec spec, document_text document);

    /// The first calls: over the whole document, or over what `taken` leaves most of. Empty (and done) for a
    /// text without a sentence.
    std::vector<call_id> start();
    /// Takes the result of a call that was handed out, and hands out what is to be called next.
    std::vector<call_id> finished(const call_result& result);
    bool done() const { return outstanding_.empty(); }

    /// The request of a call handed out and not finished. Made when asked for: it holds a good part of the
    /// document.
    prompt request(const call_id& id) const;

    /// How many questions the call asks for or has reviewed. More than one can be had in two halves, where a
    /// reply is cut off by max_tokens.
    int questions_in(const call_id& id) const;

    job_progress progress() const;
    /// The best questions so far. sentence: for fatal, what its owner is told.
    generation_outcome outcome(job_end why, std::string_view sentence = {}) const;

  private:
    struct group_state {
        call_group plan;
        std::vector<grounded_question> candidates;  // passed the checks by code, in review
    };

    std::vector<call_id> begin_round(std::vector<call_group> groups);
    std::vector<call_id> written(const call_id& id, const call_result& result);
    std::vector<call_id> reviewed(const call_id& id, const call_result& result);
    std::vector<call_id> split_write(const call_id& id);
    std::vector<call_id> split_review(const call_id& id);
    std::vector<call_id> next_round_if_needed();
    std::vector<int> chunk_uses() const;

    generation_spec spec_;
    document_text document_;
    language language_;  // of the questions; unknown where it is not certain
    std::vector<chunk> chunks_;
    std::vector<double> weights_;  // of the chunks
    candidates candidates_;
    std::optional<supporting_sentences> support_;  // made when there is something to review
    int round_ = 0;
    std::vector<std::size_t> key_places_;  // of the round, by slot
    std::map<call_id, group_state> outstanding_;
    std::vector<call_group> refused_;
    std::vector<call_group> revisited_;  // the later rounds' groups
    bool answered_in_round_ = false;
    std::string last_failure_;
    int calls_done_ = 0;
};

}  // namespace examwright
