#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/thread_pool.hpp>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/claude/messages_api.hpp"
#include "core/generation/job.hpp"
#include "db/records.hpp"
#include "server/jobs/job_material.hpp"

namespace examwright {

/// A test's generation_job on the worker threads, since its work grows with the document and with what a
/// model replies. Its steps run one after another, in the order of the calls. On the jobs' strand.
class planned_job {
  public:
    explicit planned_job(boost::asio::thread_pool& workers)
        : steps_(boost::asio::make_strand(workers.get_executor())) {}

    /// Plans the job and feeds it the recorded calls. Returns the calls to be made. Goes first.
    boost::asio::awaitable<std::vector<call_id>> plan(generated_test_record test, job_material material);
    struct request {
        std::string body;
        int questions = 0;
        token_usage expected;
    };
    /// Of a call that was handed out and has no result yet.
    boost::asio::awaitable<request> request_of(call_id id, message_settings settings);
    /// Returns the calls to be made next.
    boost::asio::awaitable<std::vector<call_id>> finished(std::vector<call_result> results);
    boost::asio::awaitable<generation_outcome> outcome(job_end why, std::string sentence);

    // As of the last step.
    const job_progress& progress() const { return state_.progress; }
    bool done() const { return state_.done; }

  private:
    struct state {
        job_progress progress;
        bool done = false;
    };
    struct step {
        std::vector<call_id> calls;
        state now;
    };
    static step step_to(const generation_job& job, std::vector<call_id> calls);

    boost::asio::strand<boost::asio::thread_pool::executor_type> steps_;
    // Within steps_ only. Shared with a step, which may be under way when its job is given up.
    std::shared_ptr<std::optional<generation_job>> job_ = std::make_shared<std::optional<generation_job>>();
    state state_;
};

}  // namespace examwright
