#include <boost/asio/connect.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <utility>

#include "server/claude/byte_stream.hpp"

namespace examwright {

namespace asio = boost::asio;
using asio::ip::tcp;

namespace {

/// A look-up can't be cancelled, only left behind: it owns what it writes to.
struct lookup {
    explicit lookup(const asio::any_io_executor& executor)
        : resolver(executor), ended(executor, asio::steady_timer::time_point::max()) {}
    tcp::resolver resolver;
    asio::steady_timer ended;
    boost::system::error_code error = asio::error::operation_aborted;
    tcp::resolver::results_type endpoints;
};

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

}  // namespace

asio::awaitable<tcp::socket> connect_tcp(std::string host, std::string port) {
    const auto executor = co_await asio::this_coro::executor;
    const auto state = std::make_shared<lookup>(executor);
    auto on_found = [state](boost::system::error_code error, tcp::resolver::results_type endpoints) {
        state->error = error;
        state->endpoints = std::move(endpoints);
        state->ended.cancel();
    };
    // "localhost" is this machine whatever a name server says (RFC 6761), and on a machine without
    // /etc/hosts, too.
    const std::string name = host == "localhost" ? "127.0.0.1" : host;
    state->resolver.async_resolve(name, port, std::move(on_found));
    boost::system::error_code woken;
    auto token = asio::redirect_error(asio::use_awaitable, woken);
    co_await state->ended.async_wait(token);
    if (state->error)
        throw boost::system::system_error(state->error, "looking up " + host);
    tcp::socket socket(executor);
    co_await asio::async_connect(socket, state->endpoints, asio::use_awaitable);
    socket.set_option(tcp::no_delay(true));
    co_return socket;
}

std::unique_ptr<byte_stream> plain_stream(tcp::socket socket) {
    return std::make_unique<tcp_byte_stream>(std::move(socket));
}

}  // namespace examwright
