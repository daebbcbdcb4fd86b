#pragma once

#include <SQLiteCpp/Exception.h>

#include <chrono>
#include <string>
#include <string_view>
#include <utility>

#include "server/runtime/log.hpp"

namespace examwright {

/// The waits between the tries of one write of a job, while the disk is full: 1 s, then twice as long each
/// time, 10 s at most. One strand.
class disk_full_retry {
  public:
    /// `what` says in the log what did not happen, such as "a call was not recorded". The logger outlives it.
    disk_full_retry(logger& log, std::string_view what, std::string test_id)
        : log_(log), what_(what), test_id_(std::move(test_id)) {}

    /// Writes a failure to the log. Call it in the exception's handler: throws the exception on where trying
    /// again can't help.
    void failed(const SQLite::Exception& error) const;
    /// How long to wait before the next try.
    std::chrono::seconds next_wait();

  private:
    logger& log_;
    std::string_view what_;
    std::string test_id_;
    std::chrono::seconds wait_{1};
};

}  // namespace examwright
