#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/thread_pool.hpp>
#include <chrono>
#include <future>
#include <memory>
#include <optional>
#include <string>

#include "db/folder_lock.hpp"
#include "server/claude/claude_client.hpp"
#include "server/config/config.hpp"
#include "server/documents/extraction_queue.hpp"
#include "server/documents/housekeeper.hpp"
#include "server/extract/process_extractor.hpp"
#include "server/jobs/job_runner.hpp"
#include "server/runtime/database_thread.hpp"
#include "server/runtime/log.hpp"
#include "server/runtime/priority_semaphore.hpp"
#include "server/simulator/simulator.hpp"

namespace examwright {

timestamp system_now();

/// All that makes tests of documents: the database, the model (or the offline author in its place), the jobs
/// and the extraction. The HTTP server and `generate` stand on it.
class engine {
  public:
    /// Opens and migrates the database, which no other process may serve. Throws schema_error,
    /// std::invalid_argument or std::runtime_error with a sentence for the server's owner.
    engine(boost::asio::io_context& context, const config& settings, logger& log);

    /// Takes up what a stop or a crash left unfinished.
    boost::asio::awaitable<void> resume();
    /// Nothing of it is left on the io_context afterwards.
    boost::asio::awaitable<void> stop(std::chrono::steady_clock::duration grace);

    /// What tests are stored with: the model's name, or "offline-cloze".
    const std::string& model() const { return model_; }

    /// What answers the jobs' calls.
    llm_client& client() { return client_; }

  private:
    claude_settings client_settings(boost::asio::io_context& context, const config& settings, logger& log);

    std::string model_;
    folder_lock lock_;
    std::future<extraction_sandbox> sandbox_;  // found out while the database is opened

  public:
    boost::asio::thread_pool workers{2};
    database_thread database;

  private:
    std::optional<simulator> offline_author_;
    claude_client client_;
    priority_semaphore slots_;

  public:
    job_runner jobs;
    process_extractor extractor;
    extraction_queue intake;

  private:
    housekeeper housekeeper_;
};

}  // namespace examwright
