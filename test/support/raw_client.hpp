#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <cstdint>
#include <string>

#include "test/support/http_client.hpp"

namespace examwright::test {

/// A client that sends bytes as they are, and reads answers one by one. Blocking, on 127.0.0.1.
class raw_client {
  public:
    explicit raw_client(std::uint16_t port);

    void send(const std::string& bytes);
    /// The same where the server may close the connection meanwhile.
    void try_send(const std::string& bytes);
    /// The next answer; to_head for one whose body does not follow. Throws where the server has closed.
    http_reply read(bool to_head = false);
    http_reply exchange(const std::string& bytes) {
        send(bytes);
        return read();
    }
    /// Whether the connection ends, with nothing more before; waits for it.
    bool ends();
    void close() { socket_.close(); }
    void end_sending() { socket_.shutdown(boost::asio::ip::tcp::socket::shutdown_send); }

  private:
    boost::asio::io_context context_;
    boost::asio::ip::tcp::socket socket_{context_};
    boost::beast::flat_buffer buffer_;
};

}  // namespace examwright::test
