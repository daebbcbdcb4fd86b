#include "test/support/connect_proxy.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/ip/address_v4.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/system/system_error.hpp>
#include <exception>
#include <stdexcept>
#include <utility>

namespace examwright::test {

namespace asio = boost::asio;
using asio::ip::tcp;

namespace {

using shared_socket = std::shared_ptr<tcp::socket>;

/// Passes on what comes until either side goes; then both go.
asio::awaitable<void> relay(shared_socket from, shared_socket to) {
    char bytes[4096];
    const auto room = asio::buffer(bytes);
    try {
        for (;;) {
            const auto got = co_await from->async_read_some(room, asio::use_awaitable);
            const auto part = asio::buffer(bytes, got);
            co_await asio::async_write(*to, part, asio::use_awaitable);
        }
    } catch (const boost::system::system_error&) {
        // one side has gone
    }
    boost::system::error_code ignored;
    from->close(ignored);
    to->close(ignored);
}

std::uint16_t port_asked_for(const std::string& head) {
    const auto end = head.find(" HTTP/1.1\r\n");
    const auto colon = head.rfind(':', end);
    if (!head.starts_with("CONNECT ") || end == head.npos || colon == head.npos)
        throw std::runtime_error("no CONNECT: " + head);
    return static_cast<std::uint16_t>(std::stoul(head.substr(colon + 1, end - colon - 1)));
}

void on_end(std::exception_ptr error) {
    if (error)
        std::rethrow_exception(error);
}

}  // namespace

connect_proxy::connect_proxy(asio::io_context& context) : state_(std::make_shared<state>(context)) {
    const tcp::endpoint loopback(asio::ip::address_v4::loopback(), 0);
    state_->acceptor.open(loopback.protocol());
    state_->acceptor.bind(loopback);
    state_->acceptor.listen();
    asio::co_spawn(context, accept(state_), on_end);
}

std::uint16_t connect_proxy::port() const {
    return state_->acceptor.local_endpoint().port();
}

asio::awaitable<void> connect_proxy::accept(std::shared_ptr<state> proxy) {
    const auto executor = co_await asio::this_coro::executor;
    for (;;) {
        auto socket = co_await proxy->acceptor.async_accept(asio::use_awaitable);
        asio::co_spawn(executor, serve(proxy, std::move(socket)), on_end);
    }
}

asio::awaitable<void> connect_proxy::serve(std::shared_ptr<state> proxy, tcp::socket socket) {
    const auto client = std::make_shared<tcp::socket>(std::move(socket));
    const auto host = std::make_shared<tcp::socket>(client->get_executor());
    std::string head;
    auto buffer = asio::dynamic_buffer(head);
    co_await asio::async_read_until(*client, buffer, "\r\n\r\n", asio::use_awaitable);
    proxy->requests.push_back(head);
    const tcp::endpoint target(asio::ip::address_v4::loopback(), port_asked_for(head));
    co_await host->async_connect(target, asio::use_awaitable);
    const std::string granted = "HTTP/1.1 200 Connection established\r\nVia: a test\r\n\r\n";
    const auto bytes = asio::buffer(granted);
    co_await asio::async_write(*client, bytes, asio::use_awaitable);
    asio::co_spawn(client->get_executor(), relay(host, client), on_end);
    co_await relay(client, host);
}

}  // namespace examwright::test
