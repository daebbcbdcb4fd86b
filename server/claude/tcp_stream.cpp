#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <utility>

#include "server/claude/byte_stream.hpp"
#include "server/net/deadline.hpp"

namespace examwright {

namespace asio = boost::asio;
using asio::ip::tcp;
using namespace std::chrono_literals;

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

constexpr std::chrono::milliseconds patience_with_an_address = 2s;
constexpr std::chrono::milliseconds no_limit = 24h;  // but the caller's

asio::awaitable<void> connect_one(tcp::socket& socket, tcp::endpoint address) {
    co_await socket.async_connect(address, asio::use_awaitable);
    socket.set_option(tcp::no_delay(true));
}

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
    std::vector<tcp::endpoint> addresses(state->endpoints.begin(), state->endpoints.end());
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
