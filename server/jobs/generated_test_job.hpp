#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/steady_timer.hpp>
#include <exception>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/claude/messages_api.hpp"
#include "core/generation/job.hpp"
#include "core/generation/job_clock.hpp"
#include "db/generated_test_store.hpp"
#include "db/records.hpp"
#include "server/jobs/job_services.hpp"

namespace examwright {

/// One test's job: carries out what the generation_job of core decides. On the jobs' strand.
class generated_test_job {
  public:
    generated_test_job(job_services& services, const generated_test_record& test);

    const generated_test_record& test() const { return test_; }
    /// "queued", "writing", "reviewing" or "saving".
    std::string_view phase() const;

    /// Ends when the test has ended, or after drain() or abort(). No call of it is left then.
    boost::asio::awaitable<void> run();
    /// Ends the test with what its recorded calls gave, without a new call.
    boost::asio::awaitable<void> finish_from_records();

    /// Ends the test with what is accepted; calls in flight stop at once.
    void cancel(job_end why);
    /// The server stops: no new call, those in flight may still be answered and recorded.
    void drain();
    /// The server's time to stop is over.
    void abort();

  private:
    enum class call_stage { waiting, sending, resting, recording };
    struct running_call {
        call_id id;
        call_stage stage = call_stage::waiting;
        boost::asio::cancellation_signal stop;
        bool stopped = false;
        token_usage usage;
        std::chrono::milliseconds spent{0};
    };

    boost::asio::awaitable<bool> load();
    boost::asio::awaitable<std::optional<bool>> load_with_retry();
    std::vector<call_id> replay();
    void launch(std::vector<call_id> ids);
    void call_ended(const call_id& id, std::exception_ptr error);
    boost::asio::awaitable<void> perform(running_call& call);
    boost::asio::awaitable<std::optional<call_result>> make_attempts(running_call& call);
    boost::asio::awaitable<attempt_reading> attempt(running_call& call);
    boost::asio::awaitable<void> record(running_call& call, const call_result& result);
    void stop_calls(bool in_flight_too);
    void end(job_end why, std::string sentence = {});

    boost::asio::awaitable<void> wait_for_event();
    void wake();
    boost::asio::awaitable<void> rest(std::chrono::seconds time);
    void take_results();
    boost::asio::awaitable<void> write_progress();
    boost::asio::awaitable<void> finish();
    boost::asio::awaitable<void> leave();
    generated_test_outcome outcome() const;
    std::chrono::milliseconds time_left() const;

    job_services& services_;
    generated_test_record test_;
    std::optional<generation_job> job_;
    std::vector<call_record> recorded_;  // by earlier runs
    job_clock clock_;
    token_usage usage_;

    std::map<call_id, running_call> running_;
    std::vector<call_result> results_;  // not yet given to job_
    boost::asio::steady_timer event_;
    bool woken_ = false;
    bool begun_ = false;  // a call has had a slot: the test is no longer queued
    bool draining_ = false;
    bool aborted_ = false;
    std::optional<job_end> end_;
    std::string end_sentence_;
    job_progress written_progress_{};
    timestamp last_sign_{};
};

}  // namespace examwright
