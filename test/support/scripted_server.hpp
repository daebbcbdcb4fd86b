#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace examwright::test {

/// The server's side of one connection, plain or encrypted.
class scripted_peer {
  public:
    scripted_peer(boost::asio::ip::tcp::socket socket, boost::asio::ssl::context* tls);

    boost::asio::awaitable<void> handshake();
    /// One whole request: its head and the body that content-length announces. Throws where the client goes.
    boost::asio::awaitable<std::string> request();
    /// The head alone, of a request without a body.
    boost::asio::awaitable<std::string> head();
    boost::asio::awaitable<void> send(std::string bytes);
    /// Returns when the client has closed the connection.
    boost::asio::awaitable<void> until_closed();
    /// Closes so that the client gets "connection reset".
    void reset();
    /// The host name that the client asked for in its TLS handshake.
    std::string server_name();

  private:
    boost::asio::awaitable<std::size_t> read_some();

    boost::asio::ip::tcp::socket socket_;
    std::optional<boost::asio::ssl::stream<boost::asio::ip::tcp::socket&>> tls_;
    std::string received_;
};

/// A server on a loopback port whose first connection does what the first script says, and so on; a script's
/// end closes its connection, and a connection beyond the last script is closed at once. It works while the
/// io_context runs, and must not go before it has stopped.
class scripted_server {
  public:
    using script = std::function<boost::asio::awaitable<void>(scripted_peer&)>;

    scripted_server(boost::asio::io_context& context, std::vector<script> scripts,
                    boost::asio::ssl::context* tls = nullptr);

    std::uint16_t port() const;
    std::size_t accepted() const { return state_->accepted; }
    /// Scripts that have run to their end.
    std::size_t finished() const { return state_->finished; }

  private:
    struct state {
        explicit state(boost::asio::io_context& context) : acceptor(context) {}
        boost::asio::ip::tcp::acceptor acceptor;
        std::vector<script> scripts;
        boost::asio::ssl::context* tls = nullptr;
        std::size_t accepted = 0;
        std::size_t finished = 0;
    };
    static boost::asio::awaitable<void> accept(std::shared_ptr<state> server);
    static boost::asio::awaitable<void> serve(std::shared_ptr<state> server,
                                              boost::asio::ip::tcp::socket socket, std::size_t number);

    std::shared_ptr<state> state_;
};

}  // namespace examwright::test
