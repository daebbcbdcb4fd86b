#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <exception>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

namespace examwright {

/// Runs a plain function on another executor and resumes the caller on its own executor with what it returned
/// or threw. The function must own what it uses (or outlive the pool). Not interrupted by cancellation: it
/// runs to its end. (co_spawn on the pool would not do: in Boost 1.81 a cancellation that comes before its
/// coroutine has waited for anything ends the process.)
template <class Function>
boost::asio::awaitable<std::invoke_result_t<Function>> run_on(boost::asio::any_io_executor executor,
                                                              Function function) {
    using value = std::invoke_result_t<Function>;
    using slot = std::conditional_t<std::is_void_v<value>, std::monostate, std::optional<value>>;
    auto out = std::make_shared<slot>();
    auto start = [executor](auto handler, Function f, std::shared_ptr<slot> into) {
        auto caller = boost::asio::make_work_guard(boost::asio::get_associated_executor(handler));
        auto task = [handler = std::move(handler), f = std::move(f), into = std::move(into),
                     caller = std::move(caller)]() mutable {
            std::exception_ptr error;
            try {
                if constexpr (std::is_void_v<value>)
                    f();
                else
                    into->emplace(f());
            } catch (...) {
                error = std::current_exception();
            }
            // Moved, so that the caller's thread, which may be reading it, is the one that frees it.
            auto resume = [handler = std::move(handler), error = std::move(error)]() mutable {
                std::move(handler)(std::move(error));
            };
            boost::asio::post(caller.get_executor(), std::move(resume));
        };
        boost::asio::post(executor, std::move(task));
    };
    co_await boost::asio::async_initiate<const boost::asio::use_awaitable_t<>, void(std::exception_ptr)>(
        start, boost::asio::use_awaitable, std::move(function), out);
    if constexpr (!std::is_void_v<value>)
        co_return std::move(**out);
}

/// The same on a pool's thread.
template <class Function>
boost::asio::awaitable<std::invoke_result_t<Function>> run_on(boost::asio::thread_pool& pool,
                                                              Function function) {
    return run_on(boost::asio::any_io_executor(pool.get_executor()), std::move(function));
}

}  // namespace examwright
