#pragma once

#include <boost/asio/awaitable.hpp>
#include <chrono>

namespace examwright {

/// Runs an operation for at most limit; then it is cancelled (terminal). False where it did not end in time.
/// What it throws is thrown, and so is operation_aborted where the caller itself was cancelled.
boost::asio::awaitable<bool> with_deadline(boost::asio::awaitable<void> operation,
                                           std::chrono::steady_clock::duration limit);

}  // namespace examwright
