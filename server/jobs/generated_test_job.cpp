#include "server/jobs/generated_test_job.hpp"

#include <SQLiteCpp/Exception.h>

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <utility>

#include "core/claude/price.hpp"
#include "db/generated_test_store.hpp"
#include "server/jobs/job_material.hpp"
#include "server/runtime/run_on.hpp"

namespace examwright {

namespace asio = boost::asio;
using namespace std::chrono_literals;

namespace {

constexpr auto heartbeat = 60s;  // how often a job that only waits gives a sign of life

constexpr std::chrono::seconds longest_rest = 10s;  // between two tries of what a full disk refused

std::vector<question_record> records_of(std::vector<accepted_question> accepted) {
    std::vector<question_record> records;
    for (auto& each : accepted) {
        question_record question;
        question.content = std::move(each.content);
        if (!each.critique.empty())
            question.validation_result = std::move(each.critique);
        question.quality_score = each.score;
        records.push_back(std::move(question));
    }
    return records;
}

}  // namespace

generated_test_job::generated_test_job(job_services& services, const generated_test_record& test)
    : services_(services), test_(test), clock_(services.settings.budget), event_(services.strand) {}

asio::awaitable<bool> generated_test_job::load() {
    auto read = [test = test_, now = services_.now()](SQLite::Database& db) {
        return read_material(db, test, now);
    };
    auto material = co_await services_.database.run(std::move(read));
    recorded_ = std::move(material.calls);
    for (const auto& call : recorded_)
        usage_ += call.usage;
    const bool may_start = material.starts <= services_.settings.max_starts;
    auto plan = [test = test_, material = std::move(material)]() mutable {
        return plan_job(test, std::move(material));
    };
    auto planned = co_await run_on(services_.workers, std::move(plan));
    job_.emplace(std::move(planned));
    co_return may_start;
}

/// While the disk is full it is tried again. Nothing where the server stops before.
asio::awaitable<std::optional<bool>> generated_test_job::load_with_retry() {
    for (auto wait = 1s; !draining_; wait = std::min(2 * wait, longest_rest)) {
        std::string failure;
        try {
            const bool may_start = co_await load();
            co_return may_start;
        } catch (const SQLite::Exception& e) {
            failure = e.what();
        }
        services_.log.error("a job could not begin; trying again", {{"test", test_.id}, {"error", failure}});
        co_await rest(wait);
    }
    co_return std::nullopt;
}

std::vector<call_id> generated_test_job::replay() {
    std::vector<call_id> next = job_->start();
    std::vector<call_id> missing;
    while (!next.empty()) {
        const call_id id = next.back();
        next.pop_back();
        const auto same = [&](const call_record& call) {
            return call_id{call.kind, call.round, call.group} == id;
        };
        const auto record = std::find_if(recorded_.begin(), recorded_.end(), same);
        if (record == recorded_.end()) {
            missing.push_back(id);
            continue;
        }
        const auto outcome = parse_call_outcome(record->outcome).value_or(call_outcome::failed);
        const auto more = job_->finished({id, outcome, record->reply});
        next.insert(next.end(), more.begin(), more.end());
    }
    std::sort(missing.begin(), missing.end());
    return missing;
}

asio::awaitable<void> generated_test_job::run() {
    const auto may_start = co_await load_with_retry();
    if (!may_start)
        co_return;
    auto calls = replay();
    services_.log.info("job begins", {{"test", test_.id}, {"recorded_calls", recorded_.size()}});
    if (services_.now() - test_.created_at > services_.settings.too_old)
        end(job_end::deadline);
    else if (!*may_start)
        end(job_end::fatal,
            "The server stopped three times while it made this test, so it was ended with what there was. "
            "Try again, with another document if it happens again.");
    else if (!draining_ && !end_)
        launch(std::move(calls));
    while (!running_.empty() || !results_.empty()) {
        if (results_.empty())
            co_await wait_for_event();
        take_results();
        if (clock_.left(std::chrono::steady_clock::now()) == 0s)
            end(job_end::deadline);
        co_await write_progress();
    }
    if (job_->done() || end_)
        co_await finish();
    else
        co_await leave();
}

/// The server stops. That must not count among the starts, which tell whether a job brings the server down.
asio::awaitable<void> generated_test_job::leave() {
    auto write = [id = test_.id](SQLite::Database& db) { generated_test_store(db).uncount_start(id); };
    try {
        co_await services_.database.run(std::move(write));
    } catch (const SQLite::Exception& e) {  // a full disk: one start of three, then
        services_.log.warning("a stop counts as a start", {{"test", test_.id}, {"error", e.what()}});
    }
}

asio::awaitable<void> generated_test_job::finish_from_records() {
    co_await load();
    replay();
    end(job_end::deadline);
    co_await finish();
}

std::string_view generated_test_job::phase() const {
    if (!begun_)
        return "queued";
    return job_->done() || end_ ? "saving" : job_->progress().phase;
}

void generated_test_job::cancel(job_end why) {
    end(why);
}

void generated_test_job::drain() {
    draining_ = true;
    stop_calls(false);
    wake();
}

void generated_test_job::abort() {
    draining_ = true;
    aborted_ = true;
    stop_calls(true);
    wake();
}

void generated_test_job::end(job_end why, std::string sentence) {
    if (end_)
        return;
    end_ = why;
    end_sentence_ = std::move(sentence);
    stop_calls(true);
    wake();
}

void generated_test_job::wake() {
    woken_ = true;
    event_.cancel();
}

/// Or less, when woken.
asio::awaitable<void> generated_test_job::rest(std::chrono::seconds time) {
    event_.expires_after(time);
    boost::system::error_code ignored;
    auto token = asio::redirect_error(asio::use_awaitable, ignored);
    co_await event_.async_wait(token);
}

/// Waits for wake(), for the job's time to be over or for the next sign of life, whichever comes first.
asio::awaitable<void> generated_test_job::wait_for_event() {
    if (!woken_) {
        auto limit = std::chrono::steady_clock::duration(heartbeat);
        if (clock_.running())
            limit = std::min(limit, clock_.left(std::chrono::steady_clock::now()));
        event_.expires_after(limit);
        boost::system::error_code ignored;
        auto token = asio::redirect_error(asio::use_awaitable, ignored);
        co_await event_.async_wait(token);
    }
    woken_ = false;
}

void generated_test_job::take_results() {
    for (const auto& result : std::exchange(results_, {})) {
        auto next = job_->finished(result);
        if (!end_ && !draining_)
            launch(std::move(next));
    }
}

asio::awaitable<void> generated_test_job::write_progress() {
    const auto progress = job_->progress();
    const auto now = services_.now();
    if (!begun_ || aborted_ || (progress == written_progress_ && now - last_sign_ < heartbeat))
        co_return;
    written_progress_ = progress;
    last_sign_ = now;
    auto write = [id = test_.id, progress, now](SQLite::Database& db) {
        generated_test_store(db).set_progress(id, progress.phase, progress.calls_done, progress.calls_total,
                                              now);
    };
    try {
        co_await services_.database.run(std::move(write));
    } catch (const SQLite::Exception& e) {  // only a sign of life: the next one will do
        services_.log.warning("progress was not saved", {{"test", test_.id}, {"error", e.what()}});
    }
}

generated_test_outcome generated_test_job::outcome() const {
    auto result = job_->outcome(end_.value_or(job_end::done), end_sentence_);
    generated_test_outcome outcome;
    outcome.status = std::move(result.status);
    outcome.failure_reason = std::move(result.failure_reason);
    outcome.accepted = static_cast<int>(result.questions.size());
    outcome.questions = records_of(std::move(result.questions));
    outcome.spares = records_of(std::move(result.spares));
    for (const auto& [reason, count] : result.dropped)
        outcome.dropped.push_back({std::string(reason_text(reason)), count});
    outcome.usage = usage_;
    outcome.cost_usd = cost_usd(test_.model, usage_);
    return outcome;
}

/// One transaction. While the disk is full it is tried again, until the server stops.
asio::awaitable<void> generated_test_job::finish() {
    const auto result = outcome();
    auto write = [id = test_.id, result, now = services_.now()](SQLite::Database& db) {
        return generated_test_store(db).finish(id, result, now);
    };
    for (auto wait = 1s; !aborted_; wait = std::min(2 * wait, longest_rest)) {
        std::string failure;
        try {
            co_await services_.database.run(write);
        } catch (const SQLite::Exception& e) {
            failure = e.what();
        }
        if (failure.empty()) {
            services_.metrics.ended(result.status);
            services_.log.info("job ends", {{"test", test_.id},
                                            {"status", result.status},
                                            {"questions", result.questions.size()},
                                            {"calls", job_->progress().calls_done},
                                            {"input_tokens", usage_.input},
                                            {"output_tokens", usage_.output}});
            co_return;
        }
        services_.log.error("a finished test was not saved; trying again",
                            {{"test", test_.id}, {"error", failure}});
        co_await rest(wait);
    }
}

}  // namespace examwright
