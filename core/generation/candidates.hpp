#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/chunks.hpp"
#include "core/document/document_text.hpp"
#include "core/generation/plan.hpp"
#include "core/generation/reply_reader.hpp"
#include "core/quality/rejection.hpp"
#include "core/question/grounded_question.hpp"

namespace examwright {

/// What a job's questions have in common.
struct candidate_rules {
    std::vector<question> existing;  // of the test that they are to be added to: not to be asked again
    difficulty level = difficulty::medium;
    language spoken = language::unknown;  // of the questions; unknown where it is not certain
};

/// The questions of a job from the write call's reply to the end of its round: checked by code, judged by
/// their reviews, accepted with each stem and each answer once. Counts what it drops, and why.
class candidates {
  public:
    explicit candidates(candidate_rules rules) : rules_(std::move(rules)) {}

    /// The questions of a write call's reply that pass the checks by code, at most the group's quota, each
    /// with its options in their final order. key_places: of the round, by slot.
    std::vector<grounded_question> check(std::string_view reply, const document_text& document,
                                         const call_group& group, const std::vector<std::size_t>& key_places);
    /// Keeps the questions that a review agreed with and found nothing wrong with that drops. An empty reply
    /// leaves all of them unreviewed.
    void judge(std::vector<grounded_question> reviewed, std::string_view reply);
    /// Ends a round: its questions that passed are accepted, in the order of the document.
    void accept_round();

    /// The questions of the rounds that ended.
    const std::vector<grounded_question>& accepted() const { return accepted_; }
    /// Those and the ones of the running round that passed; what that leaves out is added to `dropped`.
    std::vector<grounded_question> distinct(std::map<drop_reason, int>& dropped) const;
    const std::map<drop_reason, int>& dropped() const { return dropped_; }
    /// Stems that were dropped and why, a line each, for the writer of a later round.
    std::vector<std::string> rejected() const;
    /// How many were dropped for what they are: a failed review says nothing about the yield.
    int judged_and_dropped() const;
    /// How many accepted and existing questions come from each chunk.
    std::vector<int> uses_of(const std::vector<chunk>& chunks, const document_text& document) const;

  private:
    void drop(drop_reason reason, const question& dropped);
    std::optional<drop_reason> verdict_of(const grounded_question& candidate,
                                          const review_answer& answer) const;
    std::vector<grounded_question> without_giveaways(std::vector<grounded_question> all,
                                                     std::map<drop_reason, int>& dropped) const;
    bool is_asked_already(const question& asked, const std::vector<grounded_question>& beside) const;

    candidate_rules rules_;
    std::vector<grounded_question> agreed_;    // of the round, passed by their reviews
    std::vector<grounded_question> accepted_;  // of the rounds before
    std::map<drop_reason, int> dropped_;
    std::vector<std::string> rejected_;
};

}  // namespace examwright
