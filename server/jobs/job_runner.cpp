#include "server/jobs/job_runner.hpp"

#include <SQLiteCpp/Exception.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <cassert>
#include <string_view>
#include <utility>

#include "db/job_store.hpp"
#include "server/runtime/deadline.hpp"
#include "server/runtime/run_on.hpp"

namespace examwright {

namespace asio = boost::asio;

namespace {

constexpr auto longest_finish =
    std::chrono::seconds(5);  // that a reader of an abandoned test is kept waiting

}  // namespace

job_runner::job_runner(job_services services)
    : services_(std::move(services)), all_ended_(services_.strand) {}

job_runner::~job_runner() = default;

/// On the strand, like all that follow which are not coroutines.
void job_runner::begin(const generated_test_record& test) {
    assert(services_.strand.running_in_this_thread());
    if (stopping_ || jobs_.count(test.id) > 0)
        return;
    const auto running = add(test);
    spawn(running->job.run(), test.id);
}

std::shared_ptr<job_runner::running_job> job_runner::begin_to_finish(const generated_test_record& test) {
    assert(services_.strand.running_in_this_thread());
    if (const auto found = jobs_.find(test.id); found != jobs_.end())
        return found->second->finishes_only ? found->second : nullptr;
    if (stopping_)
        return nullptr;
    auto running = add(test);
    running->finishes_only = true;
    spawn(running->job.finish_from_records(), test.id);
    return running;
}

std::shared_ptr<job_runner::running_job> job_runner::add(const generated_test_record& test) {
    auto running = std::make_shared<running_job>(services_, test);
    jobs_.emplace(test.id, running);
    return running;
}

void job_runner::spawn(asio::awaitable<void> work, const std::string& test_id) {
    auto on_end = [this, test_id](std::exception_ptr error) { job_ended(test_id, error); };
    asio::co_spawn(services_.strand, std::move(work), std::move(on_end));
}

void job_runner::job_ended(const std::string& test_id, std::exception_ptr error) {
    if (error) {
        try {
            std::rethrow_exception(error);
        } catch (const std::exception& e) {
            services_.log.error("a job broke off; it goes on at the next start",
                                {{"test", test_id}, {"error", e.what()}});
        }
    }
    jobs_.at(test_id)->ended.expires_at(asio::steady_timer::time_point::min());
    jobs_.erase(test_id);
    if (jobs_.empty())
        all_ended_.cancel();
}

void job_runner::start(const generated_test_record& test) {
    asio::post(services_.strand, [this, test] { begin(test); });
}

asio::awaitable<void> job_runner::resume_unfinished() {
    auto tidy = [](SQLite::Database& db) { job_store(db).remove_ended_replacements(); };
    try {
        co_await services_.database.run(std::move(tidy));
    } catch (const SQLite::Exception& e) {  // no room to write: at the next start, then
        services_.log.warning("ended small jobs were not cleared away", {{"error", e.what()}});
    }
    auto load = [](SQLite::Database& db) { return job_store(db).unfinished(); };
    const auto tests = co_await services_.database.run(std::move(load));
    for (const auto& test : tests)
        start(test);
}

void job_runner::cancel(const std::string& test_id) {
    asio::post(services_.strand, [this, test_id] {
        if (const auto job = jobs_.find(test_id); job != jobs_.end())
            job->second->job.cancel(job_end::cancelled);
    });
}

void job_runner::cancel_all_of(const std::string& document_id) {
    asio::post(services_.strand, [this, document_id] {
        for (auto& [id, running] : jobs_)
            if (running->job.test().document_id == document_id)
                running->job.cancel(job_end::document_deleted);
    });
}

asio::awaitable<bool> job_runner::wait_until_ended(std::string test_id,
                                                   std::chrono::steady_clock::duration limit) {
    auto find = [this, test_id] {
        const auto found = jobs_.find(test_id);
        return found == jobs_.end() ? nullptr : found->second;
    };
    auto running = co_await run_on(services_.strand, std::move(find));
    co_return co_await wait_for_end(std::move(running), limit);
}

asio::awaitable<bool> job_runner::wait_for_end(std::shared_ptr<running_job> running,
                                               std::chrono::steady_clock::duration limit) {
    if (!running)
        co_return true;
    auto wait = [](std::shared_ptr<running_job> job) -> asio::awaitable<void> {
        boost::system::error_code woken;
        auto token = asio::redirect_error(asio::use_awaitable, woken);
        co_await job->ended.async_wait(token);
    };
    auto end = wait(running);
    co_await with_deadline(std::move(end), limit);
    co_return running->ended.expiry() == asio::steady_timer::time_point::min();
}

bool job_runner::stale(const generated_test_record& test) const {
    return test.unfinished() && services_.now() - test.updated_at > services_.settings.no_sign_of_life;
}

asio::awaitable<void> job_runner::finish_if_abandoned(generated_test_record test) {
    if (!stale(test))
        co_return;
    auto begin = [this, test = std::move(test)] { return begin_to_finish(test); };
    auto running = co_await run_on(services_.strand, std::move(begin));
    co_await wait_for_end(std::move(running), longest_finish);
}

asio::awaitable<void> job_runner::write_metrics(exposition& out) {
    auto write = [this, &out] {
        std::map<std::string_view, int> by_phase{
            {"queued", 0}, {"writing", 0}, {"reviewing", 0}, {"saving", 0}};
        for (const auto& [id, running] : jobs_)
            ++by_phase[running->job.phase()];
        out.family("examwright_jobs", "gauge", "Tests in the making, by what they are at.");
        for (const auto& [phase, count] : by_phase)
            out.sample(count, {{"state", phase}});
        out.gauge("examwright_claude_slots_in_use", "Requests to Claude under way.",
                  static_cast<double>(services_.slots.in_use()));
        out.gauge("examwright_claude_slots_waiting", "Calls that wait for their turn.",
                  static_cast<double>(services_.slots.waiting()));
        services_.metrics.write(out);
    };
    co_await run_on(services_.strand, std::move(write));
}

asio::awaitable<void> job_runner::stop(std::chrono::steady_clock::duration grace) {
    auto end = end_all(grace);
    co_await asio::co_spawn(services_.strand, std::move(end), asio::use_awaitable);
}

asio::awaitable<void> job_runner::end_all(std::chrono::steady_clock::duration grace) {
    stopping_ = true;
    for (auto& [id, job] : jobs_)
        job->job.drain();
    all_ended_.expires_after(grace);
    boost::system::error_code woken;
    auto token = asio::redirect_error(asio::use_awaitable, woken);
    if (!jobs_.empty())
        co_await all_ended_.async_wait(token);
    for (auto& [id, job] : jobs_)
        job->job.abort();
    all_ended_.expires_at(asio::steady_timer::time_point::max());
    while (!jobs_.empty())
        co_await all_ended_.async_wait(token);
}

}  // namespace examwright
