#pragma once

#include <boost/asio/awaitable.hpp>
#include <exception>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/generation/job.hpp"
#include "core/generation/job_clock.hpp"
#include "db/job_store.hpp"
#include "db/records.hpp"
#include "server/jobs/job_call.hpp"
#include "server/jobs/job_services.hpp"
#include "server/jobs/planned_job.hpp"
#include "server/runtime/wakeup.hpp"

namespace examwright {

/// One test's job: carries out what the generation_job of core decides. On the jobs' strand.
class generated_test_job {
  public:
    generated_test_job(job_services& services, const generated_test_record& test);
    generated_test_job(const generated_test_job&) = delete;
    generated_test_job& operator=(const generated_test_job&) = delete;

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
    struct loaded {
        std::vector<call_id> calls;  // to be made
        bool may_start = true;
    };
    boost::asio::awaitable<loaded> load();
    boost::asio::awaitable<std::optional<loaded>> load_with_retry();
    boost::asio::awaitable<void> make_test();
    boost::asio::awaitable<void> make_calls(std::vector<call_id> calls);
    void launch(const std::vector<call_id>& ids);
    void call_ended(const call_id& id, std::exception_ptr error, call_end end);
    void stop_calls(bool in_flight_too);
    void end(job_end why, std::string sentence = {});

    boost::asio::awaitable<void> wait_for_event();
    boost::asio::awaitable<void> take_results();
    boost::asio::awaitable<void> write_progress();
    boost::asio::awaitable<void> finish();
    boost::asio::awaitable<void> fail(std::string error);
    boost::asio::awaitable<bool> save(generated_test_outcome result);
    void report(const generated_test_outcome& result);
    boost::asio::awaitable<void> uncount_start();
    boost::asio::awaitable<generated_test_outcome> outcome();

    job_services& services_;
    generated_test_record test_;
    planned_job job_;
    job_clock clock_;
    job_context context_;

    std::map<call_id, job_call> running_;
    std::vector<call_result> results_;  // not yet given to job_
    wakeup event_;
    bool begun_ = false;  // a call has had a slot: the test is no longer queued
    bool draining_ = false;
    bool aborted_ = false;
    std::optional<job_end> end_;
    std::string end_sentence_;
    job_progress written_progress_{};
    timestamp last_sign_{};
};

}  // namespace examwright
