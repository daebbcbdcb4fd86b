#pragma once

#include <boost/asio/awaitable.hpp>
#include <chrono>

#include "server/http/message.hpp"

namespace examwright {

/// Whether the far side has closed the connection, or it is closed here.
bool has_left(client_socket& socket);

/// Waits until `end`, or less when the client leaves: then false. Throws when cancelled.
boost::asio::awaitable<bool> wait_for_client(client_socket& socket,
                                             std::chrono::steady_clock::time_point end);

}  // namespace examwright
