#include "core/generation/candidates.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/generation/answer_keys.hpp"
#include "core/quality/answers_given_away.hpp"
#include "core/quality/same_question.hpp"
#include "core/quality/score.hpp"
#include "core/quality/set_duplicates.hpp"
#include "core/question/question_limits.hpp"
#include "core/question/text_marks.hpp"
#include "core/text/unicode.hpp"

namespace examwright {
namespace {

/// A quote without the page and the quotation marks that a writer put around it; found: the words of the
/// document that it stands for.
std::string bare_quote(std::string_view quote, std::string_view found) {
    if (without_page_reference(found).size() < trimmed(found).size())
        return std::string(quote);  // the document has such a reference itself
    auto bare = without_page_reference(quote);
    if (bare.size() == trimmed(quote).size())
        return std::string(quote);
    static constexpr std::pair<std::string_view, std::string_view> marks[] = {
        {"“", "”"}, {"„", "“"}, {"«", "»"}, {"\"", "\""}, {"‘", "’"}};
    for (const auto& [open, close] : marks)
        if (bare.starts_with(open) && bare.ends_with(close) && !found.starts_with(open) &&
            bare.size() > open.size() + close.size())
            bare = bare.substr(open.size(), bare.size() - open.size() - close.size());
    return std::string(trimmed(bare));
}

/// Questions from `fixed` on without which no pair is whole that can be parted: of what is in most pairs one
/// gives way to many, else the later one.
std::vector<std::size_t> fewest_to_leave_out(std::vector<question_pair> pairs, std::size_t fixed) {
    std::vector<std::size_t> out;
    for (;;) {
        std::map<std::size_t, int> uses;
        for (const auto& pair : pairs)
            for (const auto index : {pair.first, pair.second})
                if (index >= fixed)
                    ++uses[index];
        const auto most =
            std::max_element(uses.rbegin(), uses.rend(),
                             [](const auto& left, const auto& right) { return left.second < right.second; });
        if (most == uses.rend())
            return out;
        const auto index = most->first;
        out.push_back(index);
        std::erase_if(pairs, [&](const auto& pair) { return pair.first == index || pair.second == index; });
    }
}

}  // namespace

std::vector<grounded_question> candidates::check(std::string_view reply, const document_text& document,
                                                 const call_group& group,
                                                 const std::vector<std::size_t>& key_places) {
    const auto most = 3 * static_cast<std::size_t>(group.quota) + 10;  // a reply may hold more than was asked
    auto written = read_written_questions(reply, most).value_or(written_questions{});
    for (const auto& [reason, count] : written.dropped)
        dropped_[reason] += count;
    const quote_finder finder(document, group.begin, group.end);
    std::vector<grounded_question> passed;
    for (auto& question : written.questions) {
        if (static_cast<int>(passed.size()) == group.quota)
            break;
        if (!within_limits(question)) {
            drop(drop_reason::malformed, question);
            continue;
        }
        if (const auto flaw = reason_to_reject(question, rules_.spoken)) {
            drop(*flaw, question);
            continue;
        }
        auto place = finder.find(question.source_quote);
        if (!place) {
            question.source_quote = without_markup(question.source_quote);
            place = finder.find(question.source_quote);
        }
        if (!place) {
            drop(drop_reason::quote_not_found, question);
            continue;
        }
        if (is_asked_already(question, passed)) {
            drop(drop_reason::duplicate_stem, question);
            continue;
        }
        question.source_quote = bare_quote(question.source_quote,
                                           document.text().substr(place->begin, place->end - place->begin));
        question.level = rules_.level;
        question.source_page = place->page;
        passed.push_back({std::move(question), *place, {}});
    }
    std::vector<question*> arranged;
    arranged.reserve(passed.size());
    for (auto& each : passed)
        arranged.push_back(&each.content);
    const auto first_place = key_places.begin() + group.first_slot;
    arrange_options(arranged, {first_place, first_place + group.quota}, rules_.spoken);
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

std::optional<drop_reason> candidates::verdict_of(const grounded_question& candidate,
                                                  const review_answer& answer) const {
    if (answer.flaw == review_flaw::none_right)
        return drop_reason::none_right;
    if (answer.flaw == review_flaw::not_in_passages)
        return drop_reason::not_in_passages;
    if (answer.flaw == review_flaw::two_right || !answer.also_right.empty())
        return drop_reason::two_right;
    if (answer.answer != candidate.content.correct)
        return drop_reason::review_disagreed;
    return std::nullopt;
}

void candidates::judge(std::vector<grounded_question> reviewed, std::string_view reply) {
    std::vector<question> questions;
    questions.reserve(reviewed.size());
    for (const auto& candidate : reviewed)
        questions.push_back(candidate.content);
    auto answers = read_review_answers(reply, questions);
    for (std::size_t i = 0; i < reviewed.size(); ++i) {
        auto& candidate = reviewed[i];
        if (!answers[i]) {
            ++dropped_[drop_reason::not_reviewed];
        } else if (const auto reason = verdict_of(candidate, *answers[i])) {
            drop(*reason, candidate.content);
        } else {
            const auto flaw = answers[i]->flaw;
            candidate.complaint = flaw ? *flaw != review_flaw::none : is_complaint(answers[i]->critique);
            candidate.critique = std::move(answers[i]->critique);
            agreed_.push_back(std::move(candidate));
        }
    }
}

std::vector<std::string> candidates::rejected() const {
    constexpr std::size_t most = 20;
    auto lines = rejected_;  // the calls of a round end in any order
    std::sort(lines.begin(), lines.end());
    lines.resize(std::min(lines.size(), most));
    return lines;
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
    return without_giveaways(std::move(all), dropped);
}

/// Leaves out one of two questions of which one gives the other's answer away, or that have the same answer
/// in other words.
std::vector<grounded_question> candidates::without_giveaways(std::vector<grounded_question> all,
                                                             std::map<drop_reason, int>& dropped) const {
    auto questions = rules_.existing;
    for (const auto& each : all)
        questions.push_back(each.content);
    const auto fixed = rules_.existing.size() + accepted_.size();  // these stay
    std::map<std::size_t, drop_reason> out;
    for (const auto index : fewest_to_leave_out(answers_given_away(questions), fixed))
        out.emplace(index, drop_reason::given_away);
    for (const auto& pair : repeated_answers(questions))
        if (pair.second >= fixed && !out.contains(pair.first) && !out.contains(pair.second))
            out.emplace(pair.second, drop_reason::repeated_answer);
    std::vector<grounded_question> kept;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto found = out.find(rules_.existing.size() + i);
        if (found == out.end())
            kept.push_back(std::move(all[i]));
        else
            ++dropped[found->second];
    }
    return kept;
}

void candidates::accept_round() {
    accepted_ = distinct(dropped_);
    agreed_.clear();
}

void candidates::drop(drop_reason reason, const question& dropped) {
    constexpr std::size_t longest = 200;  // bytes of a stem
    ++dropped_[reason];
    const auto stem = std::string_view(dropped.stem);
    const auto end = stem.size() > longest ? code_point_start(stem, longest) : stem.size();
    rejected_.push_back(std::string(stem.substr(0, end)) + " — " + std::string(reason_text(reason)));
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
