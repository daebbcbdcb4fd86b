// What can be asked of a generation_job without moving it: requests, progress, outcome.
#include <algorithm>
#include <utility>

#include "core/document/passages.hpp"
#include "core/generation/job.hpp"

namespace examwright {
namespace {

prompt write_request(const generation_spec& spec, std::string_view material, int count,
                     std::vector<std::string> existing) {
    write_prompt_input input;
    input.material = material;
    input.count = count;
    input.level = spec.level;
    input.topic_slugs = spec.topic_slugs;
    input.focus = spec.focus;
    input.language = spec.language;
    input.existing = std::move(existing);
    input.asked_before = spec.asked_before;
    return write_prompt(input);
}

}  // namespace

prompt generation_job::request(const call_id& id) const {
    const group_state& group = outstanding_.at(id);
    const auto text = document_.text();
    if (id.kind == call_kind::write) {
        std::vector<std::string> existing;
        const auto add = [&](const question& question) {
            existing.push_back(question.stem + " — " + question.options[question.correct]);
        };
        std::for_each(spec_.taken.begin(), spec_.taken.end(), add);
        for (const auto& candidate : accepted_)
            add(candidate.content);
        return write_request(spec_, text.substr(group.plan.begin, group.plan.end - group.plan.begin),
                             group.plan.quota, std::move(existing));
    }
    std::vector<quote_place> places;
    std::vector<question> questions;
    for (const auto& candidate : group.candidates) {
        places.push_back(candidate.place);
        questions.push_back(candidate.content);
    }
    return review_prompt(passages_around(document_, places), questions);
}

bool generation_job::splittable(const call_id& id) const {
    const group_state& group = outstanding_.at(id);
    return id.kind == call_kind::write ? group.plan.quota > 1 : group.candidates.size() > 1;
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
    input.dropped = dropped_;
    input.accepted = distinct_candidates(input.dropped);
    for (const auto& [id, group] : outstanding_)  // of a job that ends before its time
        if (!group.candidates.empty())
            input.dropped[drop_reason::not_reviewed] += static_cast<int>(group.candidates.size());
    input.document_language = language_;
    input.requested = spec_.questions;
    input.document_bytes = document_.text().size();
    input.why = why;
    input.failure = sentence.empty() ? last_failure_ : std::string(sentence);
    input.refused = !refused_.empty();
    input.focused = !spec_.focus.empty();
    return conclude(std::move(input));
}

}  // namespace examwright
