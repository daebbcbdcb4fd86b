#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace examwright::test {

/// A proxy on a loopback port that grants every CONNECT: it leads to that port of 127.0.0.1 whatever the
/// host's name, and passes on bytes both ways. It works while the io_context runs, and must not go before it
/// has stopped.
class connect_proxy {
  public:
    explicit connect_proxy(boost::asio::io_context& context);

    std::uint16_t port() const;
    /// The heads of the requests so far.
    const std::vector<std::string>& requests() const { return state_->requests; }

  private:
    struct state {
        explicit state(boost::asio::io_context& context) : acceptor(context) {}
        boost::asio::ip::tcp::acceptor acceptor;
        std::vector<std::string> requests;
    };
    static boost::asio::awaitable<void> accept(std::shared_ptr<state> proxy);
    static boost::asio::awaitable<void> serve(std::shared_ptr<state> proxy,
                                              boost::asio::ip::tcp::socket client);

    std::shared_ptr<state> state_;
};

}  // namespace examwright::test
