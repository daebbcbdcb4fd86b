#include "core/generation/job.hpp"

#include <algorithm>
#include <utility>

#include "core/generation/answer_keys.hpp"
#include "core/generation/chunk_weights.hpp"
#include "core/generation/focus.hpp"
#include "core/generation/key_terms.hpp"
#include "core/generation/prompts.hpp"
#include "core/generation/reply_reader.hpp"
#include "core/generation/review_passages.hpp"
#include "core/language/language_names.hpp"

namespace examwright {
namespace {

constexpr int out_of_use = 1000;  // a chunk whose material was refused is taken last

language certain_language(std::string_view text) {
    const auto guess = guess_language(text);
    return guess.certain ? guess.value : language::unknown;
}

}  // namespace

bool usable_reply(call_kind kind, std::string_view text) {
    if (kind == call_kind::write)
        return read_written_questions(text).has_value();
    return holds_reviews(text);
}

generation_job::generation_job(generation_spec spec, document_text document)
    : spec_(std::move(spec)),
      document_(std::move(document)),
      language_(spec_.language.empty() ? certain_language(document_.text()) : language_named(spec_.language)),
      chunks_(chunks_about(chunk_document(document_), document_, focus(spec_.focus))),
      weights_(weights_of(chunks_, document_)),
      candidates_({spec_.taken, spec_.level, language_}) {}

std::vector<call_id> generation_job::start() {
    if (!spec_.taken.empty())
        return begin_round(
            plan_later_round(chunks_, chunk_uses(), spec_.questions, candidates_for(spec_.questions)));
    return begin_round(plan_first_round(chunks_, candidates_for(spec_.questions), weights_));
}

std::vector<call_id> generation_job::begin_round(std::vector<call_group> groups) {
    ++round_;
    answered_in_round_ = false;
    key_counts used{};
    for (const auto& candidate : candidates_.accepted())
        ++used[candidate.content.correct];
    std::size_t slots = 0;
    for (const auto& group : groups)
        slots += static_cast<std::size_t>(group.quota);
    key_places_ = plan_keys(spec_.seed + "/" + std::to_string(round_), used, slots);
    auto terms = key_terms_of(groups, document_, language_);
    for (std::size_t i = 0; i < groups.size(); ++i)
        groups[i].key_terms = std::move(terms[i]);
    std::vector<call_id> calls;
    for (auto& group : groups) {
        const call_id id{call_kind::write, round_, group.id};
        outstanding_[id].plan = std::move(group);
        calls.push_back(id);
    }
    return calls;
}

std::vector<call_id> generation_job::finished(const call_result& result) {
    const auto known = outstanding_.find(result.id);
    if (known == outstanding_.end())
        return {};
    ++calls_done_;
    if (result.outcome == call_outcome::answered)
        answered_in_round_ = true;
    if (result.outcome == call_outcome::failed)
        last_failure_ = result.text;
    auto next = result.id.kind == call_kind::write ? written(result.id, result) : reviewed(result.id, result);
    outstanding_.erase(result.id);
    if (outstanding_.empty())
        return next_round_if_needed();
    return next;
}

std::vector<call_id> generation_job::written(const call_id& id, const call_result& result) {
    group_state group = outstanding_.at(id);
    switch (result.outcome) {
        case call_outcome::failed: return {};
        case call_outcome::refused: refused_.push_back(group.plan); return {};
        case call_outcome::truncated: return split_write(id);
        case call_outcome::answered: break;
    }
    group.candidates = candidates_.check(result.text, document_, group.plan, key_places_);
    if (group.candidates.empty())
        return {};
    if (!support_)
        support_.emplace(document_);
    const call_id review{call_kind::review, id.round, id.group};
    outstanding_[review] = std::move(group);
    return {review};
}

std::vector<call_id> generation_job::reviewed(const call_id& id, const call_result& result) {
    group_state group = outstanding_.at(id);
    if (result.outcome == call_outcome::truncated && group.candidates.size() > 1)
        return split_review(id);
    const bool answered = result.outcome == call_outcome::answered;
    candidates_.judge(std::move(group.candidates), answered ? std::string_view(result.text) : "");
    return {};
}

std::vector<call_id> generation_job::split_write(const call_id& id) {
    const group_state group = outstanding_.at(id);
    if (group.plan.quota < 2)
        return {};
    std::vector<call_id> calls;
    for (auto& half : split_group(chunks_, group.plan)) {
        const call_id call{call_kind::write, id.round, half.id};
        outstanding_[call].plan = half;
        calls.push_back(call);
    }
    return calls;
}

std::vector<call_id> generation_job::split_review(const call_id& id) {
    group_state group = outstanding_.at(id);
    const auto middle = group.candidates.begin() + static_cast<std::ptrdiff_t>(group.candidates.size() / 2);
    std::vector<call_id> calls;
    for (int half = 0; half < 2; ++half) {
        const call_id call{call_kind::review, id.round, max_groups + 2 * id.group + half};
        auto& state = outstanding_[call];
        state.plan = group.plan;
        state.candidates.assign(half == 0 ? group.candidates.begin() : middle,
                                half == 0 ? middle : group.candidates.end());
        calls.push_back(call);
    }
    return calls;
}

std::vector<call_id> generation_job::next_round_if_needed() {
    candidates_.accept_round();
    const int accepted = static_cast<int>(candidates_.accepted().size());
    const int missing = spec_.questions - accepted;
    if (missing <= 0 || round_ >= max_rounds || !answered_in_round_)
        return {};
    const int candidates = candidates_for(missing, accepted, candidates_.judged_and_dropped());
    auto groups = plan_later_round(chunks_, chunk_uses(), missing, candidates);
    revisited_.insert(revisited_.end(), groups.begin(), groups.end());
    return begin_round(std::move(groups));
}

std::vector<int> generation_job::chunk_uses() const {
    auto uses = candidates_.uses_of(chunks_, document_);
    const auto add = [&](const std::vector<call_group>& groups, int amount) {
        for (const auto& group : groups)
            for (std::size_t i = group.first_chunk; i <= group.last_chunk; ++i)
                uses[i] += amount;
    };
    add(revisited_, 2);
    add(refused_, out_of_use);
    for (std::size_t i = 0; i < uses.size(); ++i)
        uses[i] += weights_[i] > 0 ? 0 : out_of_use;
    return uses;
}

prompt generation_job::request(const call_id& id) const {
    const group_state& group = outstanding_.at(id);
    const auto text = document_.text();
    if (id.kind == call_kind::write) {
        std::vector<std::string> existing;
        const auto add = [&](const question& question) {
            const std::string idea = question.idea.empty() ? "" : " (" + question.idea + ")";
            existing.push_back(question.stem + " — " + question.options[question.correct] + idea);
        };
        std::for_each(spec_.taken.begin(), spec_.taken.end(), add);
        for (const auto& candidate : candidates_.accepted())
            add(candidate.content);
        write_prompt_input input;
        input.material = text.substr(group.plan.begin, group.plan.end - group.plan.begin);
        input.count = group.plan.quota;
        input.level = spec_.level;
        input.topic_slugs = spec_.topic_slugs;
        input.focus = spec_.focus;
        input.language = spec_.language;
        input.key_terms = group.plan.key_terms;
        input.existing = std::move(existing);
        input.rejected = candidates_.rejected();
        input.asked_before = spec_.asked_before;
        return write_prompt(input);
    }
    std::vector<question> questions;
    for (const auto& candidate : group.candidates)
        questions.push_back(candidate.content);
    return review_prompt(review_passages(document_, *support_, group.candidates), questions);
}

int generation_job::questions_in(const call_id& id) const {
    const group_state& group = outstanding_.at(id);
    return id.kind == call_kind::write ? group.plan.quota : static_cast<int>(group.candidates.size());
}

job_progress generation_job::progress() const {
    job_progress now{"reviewing", calls_done_, calls_done_};
    for (const auto& [id, group] : outstanding_) {
        now.calls_total += id.kind == call_kind::write ? 2 : 1;  // a write's review is still to come
        if (id.kind == call_kind::write)
            now.phase = "writing";
    }
    return now;
}

generation_outcome generation_job::outcome(job_end why, std::string_view sentence) const {
    outcome_input input;
    input.dropped = candidates_.dropped();
    input.accepted = candidates_.distinct(input.dropped);
    for (const auto& [id, group] : outstanding_)  // of a job that ends before its time
        if (!group.candidates.empty())
            input.dropped[drop_reason::not_reviewed] += static_cast<int>(group.candidates.size());
    input.document_language = language_;
    input.subject = subject_terms::of_document(document_.text());
    input.requested = spec_.questions;
    input.document_bytes = document_.text().size();
    input.why = why;
    input.failure = sentence.empty() ? last_failure_ : std::string(sentence);
    input.refused = !refused_.empty();
    input.focused = !spec_.focus.empty();
    return conclude(std::move(input));
}

}  // namespace examwright
