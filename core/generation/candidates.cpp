#include "core/generation/candidates.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/generation/answer_keys.hpp"
#include "core/generation/reply_reader.hpp"
#include "core/quality/same_question.hpp"
#include "core/question/question_limits.hpp"

namespace examwright {

std::vector<grounded_question> candidates::check(std::string_view reply, const document_text& document,
                                                 const call_group& group,
                                                 const std::vector<std::size_t>& key_places) {
    auto written = read_written_questions(reply).value_or(written_questions{});
    drop(drop_reason::malformed, written.malformed);
    const quote_finder finder(document, group.begin, group.end);
    std::vector<grounded_question> passed;
    if (written.questions.size() > most_written)
        written.questions.resize(most_written);
    for (auto& question : written.questions) {
        if (static_cast<int>(passed.size()) == group.quota)
            break;
        if (!within_limits(question)) {
            drop(drop_reason::malformed);
            continue;
        }
        if (const auto flaw = reason_to_reject(question, rules_.spoken)) {
            drop(*flaw);
            continue;
        }
        const auto place = finder.find(question.source_quote);
        if (!place) {
            drop(drop_reason::quote_not_found);
            continue;
        }
        if (is_asked_already(question, passed)) {
            drop(drop_reason::duplicate_stem);
            continue;
        }
        question.level = rules_.level;
        question.source_page = place->page;
        const auto slot = static_cast<std::size_t>(group.first_slot) + passed.size();
        arrange_options(question, key_places.at(slot), rules_.spoken);
        passed.push_back({std::move(question), *place, {}});
    }
    return passed;
}

bool candidates::is_asked_already(const question& asked, const std::vector<grounded_question>& beside) const {
    const auto same = [&](const grounded_question& other) {
        return asks_the_same(other.content.stem, asked.stem);
    };
    const auto same_as_existing = [&](const question& other) {
        return asks_the_same(other.stem, asked.stem);
    };
    return std::any_of(accepted_.begin(), accepted_.end(), same) ||
           std::any_of(beside.begin(), beside.end(), same) ||
           std::any_of(rules_.existing.begin(), rules_.existing.end(), same_as_existing);
}

void candidates::judge(std::vector<grounded_question> reviewed, std::string_view reply) {
    const auto answers = read_review_answers(reply).value_or(std::vector<review_answer>{});
    for (std::size_t i = 0; i < reviewed.size(); ++i) {
        auto& candidate = reviewed[i];
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
}

std::vector<grounded_question> candidates::distinct(std::map<drop_reason, int>& dropped) const {
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
        const auto answers_existing = [&](const question& other) {
            return repeats_answer(other, candidate.content);
        };
        if (std::any_of(all.begin(), all.end(), asks_same))
            ++dropped[drop_reason::duplicate_stem];
        else if (std::any_of(all.begin(), all.end(), answers_same) ||
                 std::any_of(rules_.existing.begin(), rules_.existing.end(), answers_existing))
            ++dropped[drop_reason::repeated_answer];
        else
            all.push_back(std::move(candidate));
    }
    return all;
}

void candidates::accept_round() {
    accepted_ = distinct(dropped_);
    agreed_.clear();
}

void candidates::drop(drop_reason reason, int count) {
    if (count > 0)
        dropped_[reason] += count;
}

int candidates::judged_and_dropped() const {
    int sum = 0;
    for (const auto& [reason, count] : dropped_)
        sum += reason == drop_reason::not_reviewed ? 0 : count;
    return sum;
}

std::vector<int> candidates::uses_of(const std::vector<chunk>& chunks, const document_text& document) const {
    std::vector<int> uses(chunks.size(), 0);
    const auto use = [&](std::size_t position) {
        for (std::size_t i = 0; i < chunks.size(); ++i)
            if (position >= chunks[i].begin && position < chunks[i].end)
                ++uses[i];
    };
    for (const auto& candidate : accepted_)
        use(candidate.place.begin);
    if (rules_.existing.empty())
        return uses;
    const quote_finder finder(document, 0, document.text().size());
    for (const auto& question : rules_.existing)
        if (const auto place = finder.find(question.source_quote))
            use(place->begin);
    return uses;
}

}  // namespace examwright
