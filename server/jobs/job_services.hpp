#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/thread_pool.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "core/claude/messages_api.hpp"
#include "core/timestamp.hpp"
#include "server/claude/llm_client.hpp"
#include "server/jobs/job_metrics.hpp"
#include "server/runtime/database_thread.hpp"
#include "server/runtime/log.hpp"
#include "server/runtime/priority_semaphore.hpp"

namespace examwright {

struct job_settings {
    message_settings messages;  // their effort is that of writing
    std::string review_effort = "low";
    std::chrono::milliseconds budget{300'000};      // a job's time; waiting for a slot does not count
    std::chrono::milliseconds call_limit{120'000};  // one attempt of a call
    std::chrono::seconds too_old{3600};  // an unfinished test of this age is not resumed, only finished
    std::chrono::seconds no_sign_of_life{1200};  // after which a test that no job owns is finished
    int max_starts = 3;  // a job that was under way in so many crashes is finished from its records
};

/// The jobs and the semaphore that they share run on it. Its context is run by one thread.
using job_strand = boost::asio::strand<boost::asio::io_context::executor_type>;

/// What every job uses.
struct job_services {
    job_strand strand;
    database_thread& database;
    boost::asio::thread_pool& workers;
    llm_client& client;
    priority_semaphore& slots;
    logger& log;
    job_settings settings;
    std::function<timestamp()> now;
    job_metrics metrics = {};
    // Jobs that are planned at once: a document that crashes the server costs no more tests than these a
    // start.
    std::shared_ptr<priority_semaphore> planning = std::make_shared<priority_semaphore>(2);
};

}  // namespace examwright
