#include "server/runtime/deadline.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/asio/experimental/parallel_group.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <exception>
#include <utility>

namespace examwright {

namespace asio = boost::asio;

asio::awaitable<bool> with_deadline(asio::awaitable<void> operation,
                                    std::chrono::steady_clock::duration limit) {
    const auto executor = co_await asio::this_coro::executor;
    asio::steady_timer timer(executor, limit);
    auto work = asio::co_spawn(executor, std::move(operation), asio::deferred);
    auto alarm = timer.async_wait(asio::deferred);
    auto both = asio::experimental::make_parallel_group(std::move(work), std::move(alarm));
    asio::experimental::wait_for_one first_of_both;
    const auto [order, error, alarm_error] = co_await both.async_wait(first_of_both, asio::use_awaitable);
    const auto state = co_await asio::this_coro::cancellation_state;
    if (state.cancelled() != asio::cancellation_type::none)
        throw boost::system::system_error(asio::error::operation_aborted);
    if (!error)
        co_return true;
    if (order[0] == 1)
        co_return false;
    std::rethrow_exception(error);
}

}  // namespace examwright
