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

/// Runs the jobs: one coroutine a test, one for each of its calls. Belongs to a strand: its coroutines run
/// there, with the semaphore that they share; start, cancel and stop are called on it too.
class job_runner {
  public:
    explicit job_runner(job_services services);
    ~job_runner();  // after stop(), or with no job running
    job_runner(const job_runner&) = delete;
    job_runner& operator=(const job_runner&) = delete;

    /// Begins, or goes on with, the job of an unfinished test.
    void start(const generated_test_record& test);
    /// Takes up every unfinished test: call once at the server's start.
    boost::asio::awaitable<void> resume_unfinished();
    /// False where no job runs for the test. Its calls in flight stop at once; what is accepted is saved.
    bool cancel(const std::string& test_id);
    /// The same for every job that reads the document, which is deleted.
    void cancel_all_of(const std::string& document_id);
    bool owns(const std::string& test_id) const;
    /// Completes when no job runs for the test any more, or after limit.
    boost::asio::awaitable<void> wait_until_ended(std::string test_id,
                                                  std::chrono::steady_clock::duration limit);
    /// Ends a test that no job owns and that has given no sign of life for 20 minutes, from its records.
    /// False where there was nothing to do.
    boost::asio::awaitable<bool> finish_if_abandoned(const generated_test_record& test);
    /// No new call; calls in flight may still be answered and recorded until grace is over. What is
    /// unfinished then goes on at the next start. Completes when no coroutine of a job is left.
    boost::asio::awaitable<void> stop(std::chrono::steady_clock::duration grace);

    /// Unfinished, with no sign of life for 20 minutes.
    bool stale(const generated_test_record& test) const;

    void write_metrics(exposition& out) const;

  private:
    struct running_job {
        running_job(job_services& services, const generated_test_record& test)
            : job(services, test), ended(services.strand, boost::asio::steady_timer::time_point::max()) {}
        generated_test_job job;
        boost::asio::steady_timer ended;  // expires when the job ends; whoever waits holds the running_job
    };
    static boost::asio::awaitable<void> wait_for_end(std::shared_ptr<running_job> running);

    void job_ended(const std::string& test_id, std::exception_ptr error);

    job_services services_;
    std::map<std::string, std::shared_ptr<running_job>> jobs_;  // by the test's id
    boost::asio::steady_timer all_ended_;
    bool stopping_ = false;
};

}  // namespace examwright
