#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace examwright {

/// A connection to a server, plain or encrypted. Operations throw boost::system::system_error and can be
/// cancelled (terminal), after which the stream is of no more use. Destruction closes it.
class byte_stream {
  public:
    virtual ~byte_stream() = default;
    /// At least one byte; throws asio::error::eof at the end.
    virtual boost::asio::awaitable<std::size_t> read_some(boost::asio::mutable_buffer into) = 0;
    virtual boost::asio::awaitable<void> write(boost::asio::const_buffer what) = 0;
};

/// Resolves and connects.
boost::asio::awaitable<boost::asio::ip::tcp::socket> connect_tcp(std::string host, std::string port);

/// Connects to the first of the addresses that answers. One that does not, such as one of an IPv6 that leads
/// nowhere, is left after `patience`, unless it is the last.
boost::asio::awaitable<boost::asio::ip::tcp::socket> connect_first(
    std::vector<boost::asio::ip::tcp::endpoint> addresses, std::chrono::milliseconds patience);

std::unique_ptr<byte_stream> plain_stream(boost::asio::ip::tcp::socket socket);

/// A TLS handshake with SNI, the certificate and its host name verified.
boost::asio::awaitable<std::unique_ptr<byte_stream>> encrypt_stream(boost::asio::ip::tcp::socket socket,
                                                                    boost::asio::ssl::context& context,
                                                                    std::string host);

/// Whether encrypt_stream threw because of the certificate: not of an authority known, for another name, out
/// of date.
bool is_untrusted(boost::system::error_code error);

}  // namespace examwright
