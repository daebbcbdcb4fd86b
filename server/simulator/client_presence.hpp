#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <chrono>

namespace examwright {

/// Whether the far side has closed the connection, or it is closed here.
bool has_left(boost::asio::ip::tcp::socket& socket);

/// Waits until `end`, or less when the client leaves: then false. Throws when cancelled.
boost::asio::awaitable<bool> wait_for_client(boost::asio::ip::tcp::socket& socket,
                                             std::chrono::steady_clock::time_point end);

}  // namespace examwright
