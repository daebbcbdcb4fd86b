#include "test/support/scripted_server.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/ip/address_v4.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/system/system_error.hpp>
#include <exception>
#include <utility>

namespace examwright::test {

namespace asio = boost::asio;
using asio::ip::tcp;

scripted_peer::scripted_peer(tcp::socket socket, asio::ssl::context* tls) : socket_(std::move(socket)) {
    if (tls)
        tls_.emplace(socket_, *tls);
}

asio::awaitable<void> scripted_peer::handshake() {
    if (tls_)
        co_await tls_->async_handshake(asio::ssl::stream_base::server, asio::use_awaitable);
}

asio::awaitable<std::size_t> scripted_peer::read_some() {
    char bytes[4096];
    std::size_t got = 0;
    const auto room = asio::buffer(bytes);
    if (tls_)
        got = co_await tls_->async_read_some(room, asio::use_awaitable);
    else
        got = co_await socket_.async_read_some(room, asio::use_awaitable);
    received_.append(bytes, got);
    co_return got;
}

asio::awaitable<std::string> scripted_peer::head() {
    auto end = received_.find("\r\n\r\n");
    while (end == received_.npos) {
        co_await read_some();
        end = received_.find("\r\n\r\n");
    }
    std::string whole = received_.substr(0, end + 4);
    received_.erase(0, end + 4);
    co_return whole;
}

asio::awaitable<std::string> scripted_peer::request() {
    std::string whole = co_await head();
    const auto length = std::stoul(whole.substr(whole.find("Content-Length: ") + 16));
    while (received_.size() < length)
        co_await read_some();
    whole += received_.substr(0, length);
    received_.erase(0, length);
    co_return whole;
}

asio::awaitable<void> scripted_peer::send(std::string bytes) {
    const auto whole = asio::buffer(bytes);
    if (tls_)
        co_await asio::async_write(*tls_, whole, asio::use_awaitable);
    else
        co_await asio::async_write(socket_, whole, asio::use_awaitable);
}

asio::awaitable<void> scripted_peer::until_closed() {
    try {
        for (;;)
            co_await read_some();
    } catch (const boost::system::system_error&) {
        // what is waited for
    }
}

void scripted_peer::reset() {
    socket_.set_option(asio::socket_base::linger(true, 0));
    socket_.close();
}

std::string scripted_peer::server_name() {
    const char* name = SSL_get_servername(tls_->native_handle(), TLSEXT_NAMETYPE_host_name);
    return name ? name : "";
}

scripted_server::scripted_server(asio::io_context& context, std::vector<script> scripts,
                                 asio::ssl::context* tls)
    : state_(std::make_shared<state>(context)) {
    state_->scripts = std::move(scripts);
    state_->tls = tls;
    const tcp::endpoint loopback(asio::ip::address_v4::loopback(), 0);
    state_->acceptor.open(loopback.protocol());
    state_->acceptor.bind(loopback);
    state_->acceptor.listen();
    auto on_end = [](std::exception_ptr error) {
        if (error)
            std::rethrow_exception(error);
    };
    asio::co_spawn(context, accept(state_), on_end);
}

std::uint16_t scripted_server::port() const {
    return state_->acceptor.local_endpoint().port();
}

asio::awaitable<void> scripted_server::accept(std::shared_ptr<state> server) {
    const auto executor = co_await asio::this_coro::executor;
    for (;;) {
        auto socket = co_await server->acceptor.async_accept(asio::use_awaitable);
        const auto number = server->accepted++;
        if (number >= server->scripts.size())
            continue;
        auto on_end = [server](std::exception_ptr error) {
            try {
                if (error)
                    std::rethrow_exception(error);
                ++server->finished;
            } catch (const boost::system::system_error&) {
                // the client has left in the middle: its own report is what a test looks at
            }
        };
        asio::co_spawn(executor, serve(server, std::move(socket), number), std::move(on_end));
    }
}

asio::awaitable<void> scripted_server::serve(std::shared_ptr<state> server, tcp::socket socket,
                                             std::size_t number) {
    scripted_peer peer(std::move(socket), server->tls);
    co_await peer.handshake();
    co_await server->scripts[number](peer);
}

}  // namespace examwright::test
