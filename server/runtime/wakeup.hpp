#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>

namespace examwright {

/// One coroutine waits, others wake it. All on one strand.
class wakeup {
  public:
    explicit wakeup(const boost::asio::any_io_executor& executor) : timer_(executor) {}

    /// Ends the wait under way, or the next one at once.
    void notify();
    /// Waits until notified, at most for so long. Returns at once if notified since the last wait.
    boost::asio::awaitable<void> wait(std::chrono::steady_clock::duration limit);
    /// Waits for so long, or until notified meanwhile; leaves the notice to wait().
    boost::asio::awaitable<void> rest(std::chrono::steady_clock::duration time);

  private:
    boost::asio::steady_timer timer_;
    bool notified_ = false;
};

}  // namespace examwright
