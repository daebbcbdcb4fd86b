#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/thread_pool.hpp>
#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <string>

#include "core/simulator/fault_rules.hpp"
#include "server/runtime/log.hpp"

namespace examwright {

struct simulator_options {
    std::uint16_t port = 0;                // 0: a free one
    std::chrono::milliseconds latency{0};  // of every call
    std::string key;                       // the one that is let in; empty: any
    fault_rules faults;
};

/// What came in at POST /v1/messages so far. A call is in flight until it is answered or its client leaves.
struct simulator_counts {
    std::int64_t calls = 0;
    std::int64_t writes = 0;
    std::int64_t reviews = 0;
    std::int64_t in_flight = 0;
    std::int64_t max_in_flight = 0;
    std::int64_t connections = 0;          // that carried a call
    std::int64_t abandoned = 0;            // the client left before the answer
    std::map<int, std::int64_t> statuses;  // of what was answered
};

/// The Messages API on 127.0.0.1, answered by the rule-based author: the engine without a key, and what tests
/// and the benchmark call. GET /stats gives the counts as JSON. All on one executor (the io_context's one
/// thread) but for the author, which works on the pool. pool and log must outlive it.
class simulator {
  public:
    simulator(boost::asio::any_io_executor executor, boost::asio::thread_pool& pool, logger& log,
              simulator_options options = {});
    ~simulator();

    /// Starts to accept; returns the port. Throws system_error.
    std::uint16_t listen();
    /// Cuts off what is in flight; returns when all connections have ended. To be awaited before the
    /// io_context goes.
    boost::asio::awaitable<void> stop();

    simulator_counts counts() const;

  private:
    struct impl;
    std::shared_ptr<impl> impl_;
};

}  // namespace examwright
