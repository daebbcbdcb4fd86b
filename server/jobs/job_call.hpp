#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <chrono>
#include <functional>
#include <optional>
#include <string>

#include "core/generation/call.hpp"
#include "core/generation/job_clock.hpp"
#include "core/generation/outcome.hpp"
#include "db/records.hpp"
#include "server/jobs/job_services.hpp"
#include "server/jobs/planned_job.hpp"

namespace examwright {

/// What the calls of one job share.
struct job_context {
    job_services& services;
    const generated_test_record& test;
    planned_job& job;
    job_clock& clock;
    std::function<void()> on_slot;  // a call has a slot
    token_usage usage;              // of all answers, recorded or not
    bool start_counted = false;     // this run counts among the test's starts
};

/// How a call left its job; nothing where it was stopped.
struct call_end {
    std::optional<call_result> result;  // recorded
    std::optional<job_end> ends_job;
    std::string sentence;  // for the test's owner, where the job ends
};

/// Makes one call of a job: waits for a slot, sends, sleeps and records as generation_call decides. On the
/// jobs' strand.
class job_call {
  public:
    job_call(job_context& context, const call_id& id) : context_(context), call_(id) {}

    /// To be spawned with slot().
    boost::asio::awaitable<call_end> run();
    boost::asio::cancellation_slot slot() { return interrupt_.slot(); }
    /// See generation_call::stop.
    void stop(bool in_flight_too);
    bool stopped() const { return call_.stopped(); }

  private:
    boost::asio::awaitable<void> begin_request(const token_usage& expected);
    boost::asio::awaitable<attempt_reading> send(std::string body);
    boost::asio::awaitable<attempt_reading> read(http_answer answer,
                                                 std::chrono::steady_clock::duration time);
    boost::asio::awaitable<call_end> leave(call_step step);
    boost::asio::awaitable<call_end> record(call_result result);
    boost::asio::awaitable<void> settle();
    std::chrono::milliseconds time_left() const;
    void log_failure(const http_answer& answer, const attempt_reading& reading,
                     std::chrono::milliseconds time) const;

    job_context& context_;
    generation_call call_;
    boost::asio::cancellation_signal interrupt_;
    std::chrono::milliseconds spent_{0};
};

}  // namespace examwright
