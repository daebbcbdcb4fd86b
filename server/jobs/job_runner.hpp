#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <exception>
#include <map>
#include <memory>
#include <string>

#include "db/records.hpp"
#include "server/jobs/generated_test_job.hpp"
#include "server/jobs/job_services.hpp"
#include "server/runtime/metrics.hpp"

namespace examwright {

/// Runs the jobs: one coroutine a test, one for each of its calls, all on the jobs' strand, with the
/// semaphore that they share. Its functions may be called from outside the strand: they go there by
/// themselves.
class job_runner {
  public:
    explicit job_runner(job_services services);
    ~job_runner();  // after stop(), or with no job running
    job_runner(const job_runner&) = delete;
    job_runner& operator=(const job_runner&) = delete;

    /// Begins, or resumes, the job of an unfinished test; does nothing if it has one.
    void start(const generated_test_record& test);
    /// Starts every unfinished test: call once at the server's start.
    boost::asio::awaitable<void> resume_unfinished();
    /// Ends the test's job, if there is one, with what is accepted; its calls in flight stop at once.
    void cancel(const std::string& test_id);
    /// The same for every job that reads the document, which is deleted.
    void cancel_all_of(const std::string& document_id);
    /// Waits until no job runs for the test. Returns false if one still does after `limit`.
    boost::asio::awaitable<bool> wait_until_ended(std::string test_id,
                                                  std::chrono::steady_clock::duration limit);
    /// Ends a test that no job owns and that has given no sign of life for 20 minutes, from its records.
    /// Does nothing to another. Returns when it has ended, or after some seconds.
    boost::asio::awaitable<void> finish_if_abandoned(generated_test_record test);
    /// No new call; calls in flight may still be answered and recorded until grace is over. What is
    /// unfinished then goes on at the next start. Completes when no coroutine of a job is left.
    boost::asio::awaitable<void> stop(std::chrono::steady_clock::duration grace);

    /// Returns true for an unfinished test without a sign of life for 20 minutes.
    bool stale(const generated_test_record& test) const;

    boost::asio::awaitable<void> write_metrics(exposition& out);

  private:
    struct running_job {
        running_job(job_services& services, const generated_test_record& test)
            : job(services, test), ended(services.strand, boost::asio::steady_timer::time_point::max()) {}
        generated_test_job job;
        bool finishes_only = false;
        boost::asio::steady_timer ended;  // expires when the job ends; whoever waits holds the running_job
    };
    static boost::asio::awaitable<bool> wait_for_end(std::shared_ptr<running_job> running,
                                                     std::chrono::steady_clock::duration limit);

    void begin(const generated_test_record& test);
    std::shared_ptr<running_job> begin_to_finish(const generated_test_record& test);
    std::shared_ptr<running_job> add(const generated_test_record& test);
    void spawn(boost::asio::awaitable<void> work, const std::string& test_id);
    boost::asio::awaitable<void> end_all(std::chrono::steady_clock::duration grace);
    void job_ended(const std::string& test_id, std::exception_ptr error);

    job_services services_;
    std::map<std::string, std::shared_ptr<running_job>> jobs_;  // by the test's id
    boost::asio::steady_timer all_ended_;
    bool stopping_ = false;
};

}  // namespace examwright
