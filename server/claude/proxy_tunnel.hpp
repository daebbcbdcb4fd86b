#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <string>

#include "server/claude/proxy_settings.hpp"

namespace examwright {

/// Asks the proxy at the other end of the socket for a tunnel to host:port. Returns the status of its answer;
/// with 200 the socket leads to the host. Throws system_error where there is no answer in HTTP.
boost::asio::awaitable<int> open_tunnel(boost::asio::ip::tcp::socket& socket, const proxy_address& proxy,
                                        std::string host, std::string port);

}  // namespace examwright
