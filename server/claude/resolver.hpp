#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <string>
#include <vector>

namespace examwright {

/// The addresses of a host, by the system's look-up. Throws system_error where there are none. Cancellation
/// (terminal) leaves it behind at once.
boost::asio::awaitable<std::vector<boost::asio::ip::tcp::endpoint>> look_up(std::string host,
                                                                            std::string port);

}  // namespace examwright
