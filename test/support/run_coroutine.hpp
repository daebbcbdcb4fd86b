#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <chrono>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <stdexcept>
#include <utility>

namespace examwright::test {

/// Runs a coroutine on the io_context until it ends; what it throws is thrown here. After limit it is
/// cancelled and fails, the one bound on how long a broken test hangs. One that does not end even so ends the
/// program: it may still write to what its caller owns.
inline void run_coroutine(boost::asio::io_context& context, boost::asio::awaitable<void> coroutine,
                          std::chrono::seconds limit = std::chrono::seconds(60)) {
    bool ended = false;
    std::exception_ptr error;
    auto on_end = [&](std::exception_ptr e) {
        ended = true;
        error = e;
    };
    boost::asio::cancellation_signal cancellation;
    boost::asio::co_spawn(context, std::move(coroutine),
                          boost::asio::bind_cancellation_slot(cancellation.slot(), on_end));
    const auto run_until = [&](std::chrono::steady_clock::time_point deadline) {
        context.restart();
        while (!ended && std::chrono::steady_clock::now() < deadline)
            if (context.run_one_until(deadline) == 0 && context.stopped())
                break;
    };
    run_until(std::chrono::steady_clock::now() + limit);
    const bool late = !ended;
    if (late) {
        cancellation.emit(boost::asio::cancellation_type::terminal);
        run_until(std::chrono::steady_clock::now() + limit);
    }
    if (!ended) {
        std::cerr << "A coroutine has not ended, though it was cancelled." << std::endl;
        std::abort();
    }
    if (late)
        throw std::runtime_error("the coroutine has not ended in time");
    if (error)
        std::rethrow_exception(error);
}

}  // namespace examwright::test
