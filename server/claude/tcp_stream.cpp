#include <boost/asio/ip/address.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <utility>

#include "server/claude/byte_stream.hpp"
#include "server/claude/resolver.hpp"
#include "server/runtime/deadline.hpp"

namespace examwright {

namespace asio = boost::asio;
using asio::ip::tcp;
using namespace std::chrono_literals;

namespace {

class tcp_byte_stream : public byte_stream {
  public:
    explicit tcp_byte_stream(tcp::socket socket) : socket_(std::move(socket)) {}

    asio::awaitable<std::size_t> read_some(asio::mutable_buffer into) override {
        co_return co_await socket_.async_read_some(into, asio::use_awaitable);
    }

    asio::awaitable<void> write(asio::const_buffer what) override {
        co_await asio::async_write(socket_, what, asio::use_awaitable);
    }

  private:
    tcp::socket socket_;
};

constexpr std::chrono::milliseconds patience_with_an_address = 2s;
constexpr std::chrono::milliseconds no_limit = 24h;  // but the caller's

asio::awaitable<void> connect_one(tcp::socket& socket, tcp::endpoint address) {
    co_await socket.async_connect(address, asio::use_awaitable);
    socket.set_option(tcp::no_delay(true));
}

}  // namespace

asio::awaitable<tcp::socket> connect_tcp(std::string host, std::string port) {
    // "localhost" is this machine whatever a name server says (RFC 6761), and on a machine without
    // /etc/hosts, too.
    const std::string name = host == "localhost" ? "127.0.0.1" : host;
    boost::system::error_code no_address;
    const auto address = asio::ip::make_address(name, no_address);
    std::vector<tcp::endpoint> addresses;
    if (no_address)
        addresses = co_await look_up(name, port);
    else
        addresses.emplace_back(address, static_cast<std::uint16_t>(std::stoi(port)));
    co_return co_await connect_first(std::move(addresses), patience_with_an_address);
}

asio::awaitable<tcp::socket> connect_first(std::vector<tcp::endpoint> addresses,
                                           std::chrono::milliseconds patience) {
    const auto executor = co_await asio::this_coro::executor;
    boost::system::error_code failed = asio::error::host_not_found;
    for (const auto& address : addresses) {
        const auto limit = &address == &addresses.back() ? no_limit : patience;
        tcp::socket socket(executor);
        bool in_time = true;
        failed = {};
        try {
            in_time = co_await with_deadline(connect_one(socket, address), limit);
        } catch (const boost::system::system_error& e) {
            failed = e.code();
        }
        if (failed == asio::error::operation_aborted)
            break;
        if (in_time && !failed)
            co_return socket;
    }
    throw boost::system::system_error(failed, "connecting");
}

std::unique_ptr<byte_stream> plain_stream(tcp::socket socket) {
    return std::make_unique<tcp_byte_stream>(std::move(socket));
}

}  // namespace examwright
