#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>
#include <thread>
#include <utility>

namespace examwright::test {

/// An io_context and the one thread that runs it. What lives on it must be stopped before it goes.
class loop_thread {
  public:
    loop_thread() : thread_([this] { context.run(); }) {}
    ~loop_thread() {
        work_.reset();
        thread_.join();
    }
    loop_thread(const loop_thread&) = delete;
    loop_thread& operator=(const loop_thread&) = delete;

    /// Runs a coroutine on the loop to its end.
    void run(boost::asio::awaitable<void> coroutine) {
        boost::asio::co_spawn(context, std::move(coroutine), boost::asio::use_future).get();
    }

    boost::asio::io_context context{1};

  private:
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work_ =
        boost::asio::make_work_guard(context);
    std::thread thread_;
};

}  // namespace examwright::test
