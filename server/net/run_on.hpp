#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

namespace examwright {

/// Runs a plain function on a pool's thread and resumes the caller on its own executor with what it returned
/// or threw. The function must own what it uses (or outlive the pool). Not interrupted by cancellation: it
/// runs to its end.
template <class Function>
boost::asio::awaitable<std::invoke_result_t<Function>> run_on(boost::asio::thread_pool& pool,
                                                              Function function) {
    using value = std::invoke_result_t<Function>;
    // Results of co_spawn must be default-constructible in this Boost; the value travels beside it.
    using slot = std::conditional_t<std::is_void_v<value>, std::monostate, std::optional<value>>;
    auto out = std::make_shared<slot>();
    auto work = [](Function f, std::shared_ptr<slot> into) -> boost::asio::awaitable<void> {
        if constexpr (std::is_void_v<value>)
            f();
        else
            into->emplace(f());
        co_return;
    };
    auto task = work(std::move(function), out);
    co_await boost::asio::co_spawn(pool, std::move(task), boost::asio::use_awaitable);
    if constexpr (!std::is_void_v<value>)
        co_return std::move(**out);
}

}  // namespace examwright
