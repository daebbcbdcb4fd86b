#include "core/generation/job.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/generation/answer_keys.hpp"
#include "core/generation/focus.hpp"
#include "core/generation/reply_reader.hpp"
#include "core/language/language_names.hpp"
#include "core/quality/same_question.hpp"

namespace examwright {
namespace {

constexpr int out_of_use = 1000;  // a chunk whose material was refused is taken last

language certain_language(std::string_view text) {
    const auto guess = guess_language(text);
    return guess.certain ? guess.value : language::unknown;
}

}  // namespace

std::string_view to_string(call_outcome outcome) {
    switch (outcome) {
        case call_outcome::answered: return "answered";
        case call_outcome::refused: return "refused";
        case call_outcome::truncated: return "truncated";
        case call_outcome::failed: return "failed";
    }
    return "failed";
}

std::optional<call_outcome> parse_call_outcome(std::string_view text) {
    for (auto outcome :
         {call_outcome::answered, call_outcome::refused, call_outcome::truncated, call_outcome::failed})
        if (text == to_string(outcome))
            return outcome;
    return std::nullopt;
}

bool usable_reply(call_kind kind, std::string_view text) {
    if (kind == call_kind::write)
        return read_written_questions(text).has_value();
    const auto answers = read_review_answers(text);
    return answers && !answers->empty();
}

generation_job::generation_job(generation_spec spec, document_text document)
    : spec_(std::move(spec)),
      document_(std::move(document)),
      language_(spec_.language.empty() ? certain_language(document_.text()) : language_named(spec_.language)),
      chunks_(chunks_about(chunk_document(document_), document_, focus(spec_.focus))) {}

std::vector<call_id> generation_job::start() {
    if (!spec_.taken.empty())
        return begin_round(
            plan_later_round(chunks_, chunk_uses(), spec_.questions, candidates_for(spec_.questions)));
    return begin_round(plan_first_round(chunks_, candidates_for(spec_.questions)));
}

std::vector<call_id> generation_job::begin_round(std::vector<call_group> groups) {
    ++round_;
    answered_in_round_ = false;
    key_counts used{};
    for (const auto& candidate : accepted_)
        ++used[candidate.content.correct];
    std::size_t slots = 0;
    for (const auto& group : groups)
        slots += static_cast<std::size_t>(group.quota);
    key_places_ = plan_keys(spec_.seed + "/" + std::to_string(round_), used, slots);
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
    check_candidates(group, result.text);
    if (group.candidates.empty())
        return {};
    const call_id review{call_kind::review, id.round, id.group};
    outstanding_[review] = std::move(group);
    return {review};
}

void generation_job::check_candidates(group_state& group, std::string_view reply) {
    auto written = read_written_questions(reply).value_or(written_questions{});
    drop(drop_reason::malformed, written.malformed);
    const quote_finder finder(document_, group.plan.begin, group.plan.end);
    const auto asked_before = [&](const question& question) {
        const auto same = [&](const grounded_question& other) {
            return asks_the_same(other.content.stem, question.stem);
        };
        const auto same_as_taken = [&](const auto& other) {
            return asks_the_same(other.stem, question.stem);
        };
        return std::any_of(accepted_.begin(), accepted_.end(), same) ||
               std::any_of(group.candidates.begin(), group.candidates.end(), same) ||
               std::any_of(spec_.taken.begin(), spec_.taken.end(), same_as_taken);
    };
    for (auto& question : written.questions) {
        if (static_cast<int>(group.candidates.size()) == group.plan.quota)
            break;
        if (const auto flaw = reason_to_reject(question, language_)) {
            drop(*flaw);
            continue;
        }
        const auto place = finder.find(question.source_quote);
        if (!place) {
            drop(drop_reason::quote_not_found);
            continue;
        }
        if (asked_before(question)) {
            drop(drop_reason::duplicate_stem);
            continue;
        }
        question.level = spec_.level;
        question.source_page = place->page;
        const auto slot = static_cast<std::size_t>(group.plan.first_slot) + group.candidates.size();
        arrange_options(question, key_places_.at(slot), language_);
        group.candidates.push_back({std::move(question), *place, {}});
    }
}

std::vector<call_id> generation_job::reviewed(const call_id& id, const call_result& result) {
    group_state group = outstanding_.at(id);
    if (result.outcome == call_outcome::truncated && group.candidates.size() > 1)
        return split_review(id);
    std::vector<review_answer> answers;
    if (result.outcome == call_outcome::answered)
        answers = read_review_answers(result.text).value_or(std::vector<review_answer>{});
    for (std::size_t i = 0; i < group.candidates.size(); ++i) {
        auto& candidate = group.candidates[i];
        const auto ours = [&](const review_answer& answer) {
            return answer.number == static_cast<int>(i) + 1;
        };
        const auto answer = std::find_if(answers.begin(), answers.end(), ours);
        if (answer == answers.end()) {
            drop(drop_reason::not_reviewed);
        } else if (answer->answer != candidate.content.correct) {
            drop(drop_reason::review_disagreed);
        } else {
            candidate.critique = answer->critique;
            agreed_.push_back(std::move(candidate));
        }
    }
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
    accept_round();
    const int missing = spec_.questions - static_cast<int>(accepted_.size());
    if (missing <= 0 || round_ >= max_rounds || !answered_in_round_)
        return {};
    const int candidates = candidates_for(missing, static_cast<int>(accepted_.size()), judged_and_dropped());
    auto groups = plan_later_round(chunks_, chunk_uses(), missing, candidates);
    revisited_.insert(revisited_.end(), groups.begin(), groups.end());
    return begin_round(std::move(groups));
}

std::vector<grounded_question> generation_job::distinct_candidates(
    std::map<drop_reason, int>& dropped) const {
    auto fresh = agreed_;
    std::sort(fresh.begin(), fresh.end(), [](const grounded_question& left, const grounded_question& right) {
        return std::tie(left.place.begin, left.content.stem) <
               std::tie(right.place.begin, right.content.stem);
    });
    auto all = accepted_;
    for (auto& candidate : fresh) {
        const auto asks_same = [&](const auto& other) {
            return asks_the_same(other.content.stem, candidate.content.stem);
        };
        const auto answers_same = [&](const auto& other) { return repeats_answer(other, candidate); };
        const auto answers_taken = [&](const question& other) {
            return repeats_answer(other, candidate.content);
        };
        if (std::any_of(all.begin(), all.end(), asks_same))
            ++dropped[drop_reason::duplicate_stem];
        else if (std::any_of(all.begin(), all.end(), answers_same) ||
                 std::any_of(spec_.taken.begin(), spec_.taken.end(), answers_taken))
            ++dropped[drop_reason::repeated_answer];
        else
            all.push_back(std::move(candidate));
    }
    return all;
}

void generation_job::accept_round() {
    accepted_ = distinct_candidates(dropped_);
    agreed_.clear();
}

void generation_job::drop(drop_reason reason, int count) {
    if (count > 0)
        dropped_[reason] += count;
}

/// What a review that failed leaves undecided tells nothing of how good the questions are.
int generation_job::judged_and_dropped() const {
    int sum = 0;
    for (const auto& [reason, count] : dropped_)
        sum += reason == drop_reason::not_reviewed ? 0 : count;
    return sum;
}

std::vector<int> generation_job::chunk_uses() const {
    std::vector<int> uses(chunks_.size(), 0);
    const auto use = [&](std::size_t position) {
        for (std::size_t i = 0; i < chunks_.size(); ++i)
            if (position >= chunks_[i].begin && position < chunks_[i].end)
                ++uses[i];
    };
    for (const auto& candidate : accepted_)
        use(candidate.place.begin);
    for (const auto& question : spec_.taken)
        use(document_.text().find(question.source_quote));
    const auto add = [&](const std::vector<call_group>& groups, int amount) {
        for (const auto& group : groups)
            for (std::size_t i = group.first_chunk; i <= group.last_chunk; ++i)
                uses[i] += amount;
    };
    add(revisited_, 2);
    add(refused_, out_of_use);
    return uses;
}

}  // namespace examwright
