#include "server/jobs/job_runner.hpp"

#include <SQLiteCpp/Exception.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <string_view>
#include <utility>

#include "db/generated_test_store.hpp"
#include "server/runtime/deadline.hpp"

namespace examwright {

namespace asio = boost::asio;

job_runner::job_runner(job_services services)
    : services_(std::move(services)), all_ended_(services_.strand) {}

job_runner::~job_runner() = default;

void job_runner::start(const generated_test_record& test) {
    if (stopping_ || owns(test.id))
        return;
    const auto running = std::make_shared<running_job>(services_, test);
    jobs_.emplace(test.id, running);
    auto on_end = [this, id = test.id](std::exception_ptr error) { job_ended(id, error); };
    asio::co_spawn(services_.strand, running->job.run(), std::move(on_end));
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

asio::awaitable<void> job_runner::resume_unfinished() {
    auto tidy = [](SQLite::Database& db) { generated_test_store(db).remove_ended_replacements(); };
    try {
        co_await services_.database.run(std::move(tidy));
    } catch (const SQLite::Exception& e) {  // no room to write: at the next start, then
        services_.log.warning("ended small jobs were not cleared away", {{"error", e.what()}});
    }
    auto load = [](SQLite::Database& db) { return generated_test_store(db).unfinished(); };
    const auto tests = co_await services_.database.run(std::move(load));
    for (const auto& test : tests)
        start(test);
}

bool job_runner::cancel(const std::string& test_id) {
    const auto job = jobs_.find(test_id);
    if (job == jobs_.end())
        return false;
    job->second->job.cancel(job_end::cancelled);
    return true;
}

void job_runner::cancel_all_of(const std::string& document_id) {
    for (auto& [id, running] : jobs_)
        if (running->job.test().document_id == document_id)
            running->job.cancel(job_end::document_deleted);
}

bool job_runner::owns(const std::string& test_id) const {
    return jobs_.count(test_id) > 0;
}

asio::awaitable<void> job_runner::wait_until_ended(std::string test_id,
                                                   std::chrono::steady_clock::duration limit) {
    const auto found = jobs_.find(test_id);
    if (found == jobs_.end())
        co_return;
    auto end = wait_for_end(found->second);
    co_await with_deadline(std::move(end), limit);
}

asio::awaitable<void> job_runner::wait_for_end(std::shared_ptr<running_job> running) {
    boost::system::error_code woken;
    auto token = asio::redirect_error(asio::use_awaitable, woken);
    co_await running->ended.async_wait(token);
}

bool job_runner::stale(const generated_test_record& test) const {
    return test.unfinished() && services_.now() - test.updated_at > services_.settings.no_sign_of_life;
}

asio::awaitable<bool> job_runner::finish_if_abandoned(const generated_test_record& test) {
    if (!stale(test) || owns(test.id) || stopping_)
        co_return false;
    generated_test_job job(services_, test);
    co_await job.finish_from_records();
    co_return true;
}

void job_runner::write_metrics(exposition& out) const {
    std::map<std::string_view, int> by_phase{{"queued", 0}, {"writing", 0}, {"reviewing", 0}, {"saving", 0}};
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
}

asio::awaitable<void> job_runner::stop(std::chrono::steady_clock::duration grace) {
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
