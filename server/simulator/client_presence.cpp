#include "server/simulator/client_presence.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/asio/experimental/parallel_group.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>

namespace examwright {

namespace asio = boost::asio;

bool has_left(client_socket& socket) {
    if (!socket.is_open())
        return true;
    boost::system::error_code error;
    char byte = 0;
    socket.non_blocking(true, error);
    const auto got = socket.receive(asio::buffer(&byte, 1), client_socket::message_peek, error);
    return error != asio::error::would_block && error != asio::error::try_again && got == 0;
}

asio::awaitable<bool> wait_for_client(client_socket& socket, std::chrono::steady_clock::time_point end) {
    asio::steady_timer timer(socket.get_executor(), end);
    auto group = asio::experimental::make_parallel_group(
        timer.async_wait(asio::deferred), socket.async_wait(client_socket::wait_read, asio::deferred));
    asio::experimental::wait_for_one first;
    auto [order, timed, readable] = co_await group.async_wait(first, asio::use_awaitable);
    if (!timed)
        co_return true;
    if (has_left(socket))
        co_return false;
    if (readable)
        throw boost::system::system_error(asio::error::operation_aborted);
    // The client has sent its next request already: it is there, and can't be watched.
    timer.expires_at(end);
    co_await timer.async_wait(asio::use_awaitable);
    co_return true;
}

}  // namespace examwright
