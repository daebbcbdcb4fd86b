#include "server/jobs/generated_test_job.hpp"

#include <SQLiteCpp/Exception.h>

#include <algorithm>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/co_spawn.hpp>
#include <utility>

#include "server/jobs/disk_full_retry.hpp"
#include "server/jobs/job_material.hpp"
#include "server/jobs/outcome_record.hpp"

namespace examwright {

namespace asio = boost::asio;
using namespace std::chrono_literals;

namespace {
constexpr auto heartbeat = 60s;  // how often a job that only waits gives a sign of life
}  // namespace

generated_test_job::generated_test_job(job_services& services, const generated_test_record& test)
    : services_(services),
      test_(test),
      job_(services.workers),
      clock_(services.settings.budget),
      context_{services_,
               test_,
               job_,
               clock_,
               [this] {
                   if (!std::exchange(begun_, true))
                       event_.notify();
               },
               {},
               false},
      event_(services.strand) {}

asio::awaitable<generated_test_job::loaded> generated_test_job::load() {
    auto permit = co_await services_.planning->acquire(call_priority::write);
    auto read = [test = test_, now = services_.now()](SQLite::Database& db) {
        return read_material(db, test, now);
    };
    auto material = co_await services_.database.run(std::move(read));
    context_.start_counted = material.counted;
    context_.usage = {};
    for (const auto& call : material.calls)
        context_.usage += call.usage;
    loaded ready;
    ready.may_start = material.starts < services_.settings.max_starts;
    const auto recorded = material.calls.size();
    ready.calls = co_await job_.plan(test_, std::move(material));
    permit.release();
    co_await uncount_start();
    services_.log.info("job begins", {{"test", test_.id}, {"recorded_calls", recorded}});
    co_return ready;
}

/// Tries again while the disk is full. Returns nullopt if the server begins to stop.
asio::awaitable<std::optional<generated_test_job::loaded>> generated_test_job::load_with_retry() {
    disk_full_retry retry(services_.log, "a job could not begin", test_.id);
    while (!draining_) {
        try {
            auto ready = co_await load();
            co_return ready;
        } catch (const SQLite::Exception& e) {
            retry.failed(e);
        }
        co_await event_.rest(retry.next_wait());
    }
    co_return std::nullopt;
}

/// Whatever breaks off the job, its test does not stay "generating".
asio::awaitable<void> generated_test_job::run() {
    std::string failure;
    try {
        co_await make_test();
        co_return;
    } catch (const std::exception& e) {
        failure = e.what();
    }
    services_.log.error("a job broke off", {{"test", test_.id}, {"error", failure}});
    end(job_end::fatal);
    while (!running_.empty())
        co_await wait_for_event();
    co_await fail(std::move(failure));
}

asio::awaitable<void> generated_test_job::make_test() {
    auto ready = co_await load_with_retry();
    if (!ready)
        co_return;
    if (services_.now() - test_.created_at > services_.settings.too_old)
        end(job_end::deadline);
    else if (!ready->may_start)
        end(job_end::fatal,
            "The server stopped three times while it made this test, so it was ended with what there was. "
            "Try again, with another document if it happens again.");
    co_await make_calls(std::move(ready->calls));
    if (job_.done() || end_)
        co_await finish();
    else
        co_await uncount_start();  // the server stops: that tells nothing of whether the job brings it down
}

asio::awaitable<void> generated_test_job::make_calls(std::vector<call_id> calls) {
    if (!draining_ && !end_)
        launch(calls);
    while (!running_.empty() || !results_.empty()) {
        if (results_.empty())
            co_await wait_for_event();
        co_await take_results();
        if (clock_.left(std::chrono::steady_clock::now()) == 0s)
            end(job_end::deadline);
        co_await write_progress();
    }
}

/// On a full disk the start stays counted, and so one start of three is lost.
asio::awaitable<void> generated_test_job::uncount_start() {
    if (!context_.start_counted)
        co_return;
    auto write = [id = test_.id](SQLite::Database& db) { job_store(db).uncount_start(id); };
    try {
        co_await services_.database.run(std::move(write));
        context_.start_counted = false;
    } catch (const SQLite::Exception& e) {
        services_.log.warning("a start stays counted", {{"test", test_.id}, {"error", e.what()}});
    }
}

asio::awaitable<void> generated_test_job::finish_from_records() {
    co_await load();
    end(job_end::deadline);
    co_await finish();
}

std::string_view generated_test_job::phase() const {
    if (!begun_)
        return "queued";
    return job_.done() || end_ ? "saving" : job_.progress().phase;
}

void generated_test_job::cancel(job_end why) {
    end(why);
}

void generated_test_job::drain() {
    draining_ = true;
    stop_calls(false);
    event_.notify();
}

void generated_test_job::abort() {
    draining_ = true;
    aborted_ = true;
    stop_calls(true);
    event_.notify();
}

void generated_test_job::end(job_end why, std::string sentence) {
    if (end_)
        return;
    end_ = why;
    end_sentence_ = std::move(sentence);
    stop_calls(true);
    event_.notify();
}

void generated_test_job::launch(const std::vector<call_id>& ids) {
    for (const auto& id : ids) {
        auto& call = running_.try_emplace(id, context_, id).first->second;
        auto on_end = [this, id](std::exception_ptr error, call_end end) {
            call_ended(id, error, std::move(end));
        };
        auto task = call.run();
        asio::co_spawn(services_.strand, std::move(task),
                       asio::bind_cancellation_slot(call.slot(), std::move(on_end)));
    }
}

void generated_test_job::call_ended(const call_id& id, std::exception_ptr error, call_end ended) {
    const bool stopped = running_.at(id).stopped();
    running_.erase(id);
    event_.notify();
    if (ended.result)
        results_.push_back(std::move(*ended.result));
    if (ended.ends_job)
        end(*ended.ends_job, std::move(ended.sentence));
    if (!error || stopped)
        return;
    try {
        std::rethrow_exception(error);
    } catch (const std::exception& e) {  // it costs this call's group, not the job
        services_.log.error("a call broke off",
                            {{"test", test_.id}, {"kind", to_string(id.kind)}, {"error", e.what()}});
        results_.push_back({id, call_outcome::failed,
                            "The server failed at a call (" + std::string(e.what()) + "). Try again."});
    }
}

void generated_test_job::stop_calls(bool in_flight_too) {
    for (auto& [id, call] : running_)
        call.stop(in_flight_too);
}

/// Waits for a wake-up, for the job's time to be over or for the next sign of life, whichever comes first.
asio::awaitable<void> generated_test_job::wait_for_event() {
    auto limit = std::chrono::steady_clock::duration(heartbeat);
    if (clock_.running() && !end_)
        limit = std::min(limit, clock_.left(std::chrono::steady_clock::now()));
    co_await event_.wait(limit);
}

asio::awaitable<void> generated_test_job::take_results() {
    if (results_.empty())
        co_return;
    const auto next = co_await job_.finished(std::exchange(results_, {}));
    if (!end_ && !draining_)
        launch(next);
}

asio::awaitable<void> generated_test_job::write_progress() {
    const auto progress = job_.progress();
    const auto now = services_.now();
    if (!begun_ || aborted_ || (progress == written_progress_ && now - last_sign_ < heartbeat))
        co_return;
    written_progress_ = progress;
    last_sign_ = now;
    auto write = [id = test_.id, progress, now](SQLite::Database& db) {
        job_store(db).set_progress(id, progress.phase, progress.calls_done, progress.calls_total, now);
    };
    try {
        co_await services_.database.run(std::move(write));
    } catch (const SQLite::Exception& e) {  // only a sign of life: the next one will do
        services_.log.warning("progress was not saved", {{"test", test_.id}, {"error", e.what()}});
    }
}

asio::awaitable<generated_test_outcome> generated_test_job::outcome() {
    auto result = co_await job_.outcome(end_.value_or(job_end::done), end_sentence_);
    co_return outcome_record(std::move(result), test_.model, context_.usage);
}

asio::awaitable<void> generated_test_job::finish() {
    auto result = co_await outcome();
    const bool saved = co_await save(std::move(result));
    if (!saved && !aborted_)
        services_.log.warning("a test had ended already, or was deleted, when its job ended",
                              {{"test", test_.id}});
}

/// Ends the test with nothing but the reason: its questions can't be made or can't be stored.
asio::awaitable<void> generated_test_job::fail(std::string error) {
    auto result = failure_record(error, test_.model, context_.usage);
    co_await save(std::move(result));
}

/// Stores the end in one transaction, and tries again while the disk is full, until the server stops. Returns
/// false if there was nothing to end or no time to do it.
asio::awaitable<bool> generated_test_job::save(generated_test_outcome result) {
    auto write = [id = test_.id, result, now = services_.now()](SQLite::Database& db) {
        return job_store(db).finish(id, result, now);
    };
    disk_full_retry retry(services_.log, "a finished test was not saved", test_.id);
    while (!aborted_) {
        try {
            const bool saved = co_await services_.database.run(write);
            if (saved)
                report(result);
            co_return saved;
        } catch (const SQLite::Exception& e) {
            retry.failed(e);
        }
        co_await event_.rest(retry.next_wait());
    }
    co_return false;
}

/// Tells the metrics and the log how the test ended.
void generated_test_job::report(const generated_test_outcome& result) {
    services_.metrics.ended(result.status);
    services_.log.info("job ends", {{"test", test_.id},
                                    {"status", result.status},
                                    {"questions", result.questions.size()},
                                    {"calls", job_.progress().calls_done},
                                    {"input_tokens", context_.usage.input},
                                    {"output_tokens", context_.usage.output}});
}

}  // namespace examwright
