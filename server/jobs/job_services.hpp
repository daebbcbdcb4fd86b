#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/thread_pool.hpp>
#include <chrono>
#include <functional>

#include "core/claude/messages_api.hpp"
#include "core/timestamp.hpp"
#include "server/claude/llm_client.hpp"
#include "server/jobs/job_metrics.hpp"
#include "server/runtime/database_thread.hpp"
#include "server/runtime/log.hpp"
#include "server/runtime/priority_semaphore.hpp"

namespace examwright {

struct job_settings {
    message_settings messages;
    std::chrono::milliseconds budget{300'000};      // a job's time; waiting for a slot does not count
    std::chrono::milliseconds call_limit{120'000};  // one attempt of a call
    std::chrono::seconds too_old{3600};  // an unfinished test of this age is not resumed, only finished
    std::chrono::seconds no_sign_of_life{1200};  // after which a test that no job owns is finished
    int max_starts = 3;                          // a job that was begun so often is finished from its records
};

/// What every job uses. The strand is the jobs' own: they and the semaphore that they share run on it.
struct job_services {
    boost::asio::any_io_executor strand;
    database_thread& database;
    boost::asio::thread_pool& workers;
    llm_client& client;
    priority_semaphore& slots;
    logger& log;
    job_settings settings;
    std::function<timestamp()> now;
    job_metrics metrics = {};
};

}  // namespace examwright
