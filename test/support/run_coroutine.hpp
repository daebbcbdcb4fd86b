#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <chrono>
#include <exception>
#include <stdexcept>
#include <utility>

namespace examwright::test {

/// Runs a coroutine on the io_context until it ends; what it throws is thrown here. Fails loudly when it has
/// not ended after limit, the one bound on how long a broken test hangs.
inline void run_coroutine(boost::asio::io_context& context, boost::asio::awaitable<void> coroutine,
                          std::chrono::seconds limit = std::chrono::seconds(60)) {
    bool ended = false;
    std::exception_ptr error;
    auto on_end = [&](std::exception_ptr e) {
        ended = true;
        error = e;
    };
    boost::asio::co_spawn(context, std::move(coroutine), on_end);
    context.restart();
    const auto deadline = std::chrono::steady_clock::now() + limit;
    while (!ended && std::chrono::steady_clock::now() < deadline)
        if (context.run_one_until(deadline) == 0 && context.stopped())
            break;
    if (error)
        std::rethrow_exception(error);
    if (!ended)
        throw std::runtime_error("the coroutine has not ended");
}

}  // namespace examwright::test
