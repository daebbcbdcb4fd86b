#include "server/jobs/planned_job.hpp"

#include <algorithm>
#include <utility>

#include "core/generation/estimate.hpp"
#include "server/runtime/run_on.hpp"

namespace examwright {

namespace asio = boost::asio;

namespace {

const call_record* find_record(const std::vector<call_record>& records, const call_id& id) {
    const auto same = [&](const call_record& call) {
        return call_id{call.kind, call.round, call.group} == id;
    };
    const auto found = std::find_if(records.begin(), records.end(), same);
    return found == records.end() ? nullptr : &*found;
}

/// Starts the job and goes on as far as its records reach. Returns the calls that have none.
std::vector<call_id> replay(generation_job& job, const std::vector<call_record>& records) {
    std::vector<call_id> next = job.start();
    std::vector<call_id> missing;
    while (!next.empty()) {
        const call_id id = next.back();
        next.pop_back();
        const auto* record = find_record(records, id);
        if (!record) {
            missing.push_back(id);
            continue;
        }
        const auto outcome = parse_call_outcome(record->outcome).value_or(call_outcome::failed);
        const auto more = job.finished({id, outcome, record->reply});
        next.insert(next.end(), more.begin(), more.end());
    }
    std::sort(missing.begin(), missing.end());
    return missing;
}

}  // namespace

planned_job::step planned_job::step_to(const generation_job& job, std::vector<call_id> calls) {
    return {std::move(calls), {job.progress(), job.done()}};
}

asio::awaitable<std::vector<call_id>> planned_job::plan(generated_test_record test, job_material material) {
    auto work = [job = job_, test = std::move(test), material = std::move(material)]() mutable {
        const auto records = std::move(material.calls);
        job->emplace(plan_job(test, std::move(material)));
        auto calls = replay(**job, records);
        return step_to(**job, std::move(calls));
    };
    auto next = co_await run_on(steps_, std::move(work));
    state_ = next.now;
    co_return std::move(next.calls);
}

asio::awaitable<planned_job::request> planned_job::request_of(call_id id, message_settings settings) {
    auto work = [job = job_, id, settings = std::move(settings)] {
        const auto prompt = (*job)->request(id);
        const int questions = (*job)->questions_in(id);
        return request{render_message_request(settings, schema_of(id.kind), max_tokens_of(id.kind), prompt),
                       questions, estimate_call(id.kind, prompt, questions)};
    };
    co_return co_await run_on(steps_, std::move(work));
}

asio::awaitable<std::vector<call_id>> planned_job::finished(std::vector<call_result> results) {
    auto work = [job = job_, results = std::move(results)] {
        std::vector<call_id> calls;
        for (const auto& result : results) {
            const auto more = (*job)->finished(result);
            calls.insert(calls.end(), more.begin(), more.end());
        }
        return step_to(**job, std::move(calls));
    };
    auto next = co_await run_on(steps_, std::move(work));
    state_ = next.now;
    co_return std::move(next.calls);
}

asio::awaitable<generation_outcome> planned_job::outcome(job_end why, std::string sentence) {
    auto work = [job = job_, why, sentence = std::move(sentence)] { return (*job)->outcome(why, sentence); };
    co_return co_await run_on(steps_, std::move(work));
}

}  // namespace examwright
