#include "core/generation/outcome.hpp"

#include <algorithm>
#include <utility>

#include "core/generation/selection.hpp"
#include "core/quality/answers_given_away.hpp"
#include "core/quality/score.hpp"
#include "core/quality/set_concentration.hpp"

namespace examwright {
namespace {

constexpr std::size_t longest_reason = 512;  // bytes, of generated_tests.failure_reason

std::string count_of(std::size_t made, int requested) {
    return std::to_string(made) + " of " + std::to_string(requested) + " questions";
}

/// What helps against most questions being dropped for this reason.
std::string_view advice_for(drop_reason reason) {
    switch (reason) {
        case drop_reason::duplicate_stem:
        case drop_reason::repeated_answer:
        case drop_reason::given_away:
            return "The document does not hold more questions: use a longer document, or ask for fewer.";
        case drop_reason::quote_not_found:
            return "See whether the document's text was read well, then try again; another model may quote "
                   "more exactly.";
        case drop_reason::wrong_language: return "Choose the language of the questions, then try again.";
        case drop_reason::review_disagreed:
            return "Try again, or use a text that states its facts more clearly.";
        case drop_reason::not_reviewed: return "Try again later.";
        default: return "Try again; another model may keep to the form better.";
    }
}

/// Tells why more questions did not come: the reason for which most were dropped, or, where none was, that
/// none was written. A longer document is advised only where that would help.
std::string tell_of_missing(const std::map<drop_reason, int>& dropped, std::size_t made) {
    const auto fewer = [](const auto& left, const auto& right) { return left.second < right.second; };
    const auto most = std::max_element(dropped.begin(), dropped.end(), fewer);
    if (most == dropped.end() || most->second == 0)
        return std::string(made == 0 ? ": none was written" : ": no other was written") +
               " from this text. See whether the document's text was read well and has whole sentences that "
               "state facts; else use another or a longer document, or try again.";
    return " that passed the checks. Most of the others were dropped for this: " +
           std::string(reason_text(most->first)) + ". " + std::string(advice_for(most->first));
}

/// What the owner of a test that came out short is told: what happened, and what to do.
std::string explain(const outcome_input& input, std::size_t made) {
    const std::string got =
        made == 0 ? "No question could be made" : "Only " + count_of(made, input.requested) + " were made";
    switch (input.why) {
        case job_end::cancelled:
            return made == 0 ? "Cancelled before a question was accepted."
                             : "Cancelled; " + count_of(made, input.requested) + " had been accepted.";
        case job_end::document_deleted: return got + " before the document was deleted.";
        case job_end::deadline:
            return got + " within the time that a test may take. Try again, or ask for fewer.";
        case job_end::fatal: return input.failure;
        case job_end::done: break;
    }
    if (!input.failure.empty())
        return got + ". " + input.failure;
    if (input.refused)
        return got + ": the model refused to work on a part of the document. Try another document.";
    if (input.focused)
        return got + " that kept to the focus and passed the checks. Widen the focus, or ask for fewer.";
    return got + tell_of_missing(input.dropped, made);
}

std::vector<std::size_t> left_over(const std::vector<selectable>& candidates,
                                   const std::vector<std::size_t>& chosen) {
    std::vector<std::size_t> rest;
    for (std::size_t i = 0; i < candidates.size(); ++i)
        if (std::find(chosen.begin(), chosen.end(), i) == chosen.end())
            rest.push_back(i);
    std::stable_sort(rest.begin(), rest.end(), [&](std::size_t left, std::size_t right) {
        return candidates[left].score > candidates[right].score;
    });
    return rest;
}

std::vector<accepted_question> take(outcome_input& input, const std::vector<selectable>& candidates,
                                    const std::vector<std::size_t>& indices) {
    std::vector<accepted_question> taken;
    for (const auto index : indices) {
        auto& from = input.accepted[index];
        taken.push_back({std::move(from.content), std::move(from.critique), candidates[index].score});
    }
    return taken;
}

std::vector<selectable> selectables_of(const outcome_input& input) {
    std::vector<selectable> candidates;
    std::vector<question> questions;
    for (const auto& each : input.accepted) {
        const auto score = quality_score(each.content, true, each.complaint ? "yes" : "", each.place.exact,
                                         {input.document_language, &input.subject});
        candidates.push_back(
            {each.place.begin, score, each.content.correct, is_key_longest(each.content), {}});
        questions.push_back(each.content);
    }
    for (const auto& [one, other] : keys_in_stems(questions)) {
        candidates[one].hints.push_back(other);
        candidates[other].hints.push_back(one);
    }
    return candidates;
}

}  // namespace

generation_outcome conclude(outcome_input input) {
    const auto candidates = selectables_of(input);
    const auto wanted = static_cast<std::size_t>(input.requested);
    generation_outcome outcome;
    const auto best = select_best(candidates, wanted, input.document_bytes);
    outcome.questions = take(input, candidates, best);
    outcome.spares = take(input, candidates, left_over(candidates, best));
    const std::size_t made = outcome.questions.size();
    outcome.status = made == wanted ? "completed" : made > 0 ? "partial" : "failed";
    if (made < wanted) {
        outcome.failure_reason = explain(input, made);
        if (outcome.failure_reason->size() > longest_reason)
            outcome.failure_reason->resize(longest_reason);
    }
    outcome.dropped = std::move(input.dropped);
    return outcome;
}

}  // namespace examwright
