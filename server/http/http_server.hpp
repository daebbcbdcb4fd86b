#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "server/http/cors.hpp"
#include "server/http/router.hpp"
#include "server/http/site_policy.hpp"
#include "server/runtime/log.hpp"
#include "server/runtime/metrics.hpp"

namespace examwright {

struct http_limits {
    std::size_t header_bytes = 16 * 1024;
    std::size_t body_bytes = 64 * 1024;
    std::size_t upload_bytes = 50 * 1000 * 1000 + 64 * 1024;  // a file of 50 MB, and the form around it
    std::chrono::seconds idle{60};                            // between requests of a kept-alive connection
    std::chrono::seconds request{30};    // to read a request without a streamed body, and to write an answer
    std::chrono::seconds handling{120};  // for a handler to answer
    std::chrono::seconds upload{600};    // to read a streamed body
    std::size_t connections = 4096;  // at once (half the file descriptors at most); more wait to be accepted
};

/// Who a token's hash belongs to. Called on the I/O thread; must not wait.
using authenticator = std::function<std::optional<token_owner>(std::string_view token_hash)>;

/// Whom a trusted proxy says that a request is from; nullopt where it names nobody.
using proxy_login =
    std::function<boost::asio::awaitable<result<std::optional<user_record>>>(const http_request& request)>;

/// Answers to every Host, and trusts proxies on loopback.
const site_policy& any_site();

/// HTTP/1.1 with keep-alive. All on one executor (the io_context's one thread). Order of checks: Host (421),
/// route (404, 405), another site's page (403), token (401), then the handler. A handler's exception is a 500
/// with the request's id, logged; it costs no more than its own request.
class http_server {
  public:
    /// site: outlives the server.
    http_server(boost::asio::any_io_executor executor, router routes, authenticator authenticate, logger& log,
                http_limits limits = {}, cors_policy cors = cors_policy(),
                const site_policy& site = any_site());
    ~http_server();

    /// Asked before a request's own token, where it is set. To be called before listen().
    void on_login(proxy_login find_user);
    /// Called if the server can't go on accepting connections, which is logged.
    void on_failure(std::function<void()> handler);
    /// Binds and starts to accept; port 0 takes a free one. Returns the real endpoint. Throws system_error.
    boost::asio::ip::tcp::endpoint listen(const boost::asio::ip::tcp::endpoint& endpoint);
    /// The same on a Unix socket, in the place of one that is there.
    void listen(const std::string& unix_path);
    /// Takes over a socket that is bound already: of systemd's socket activation.
    /// Returns its address where it is of TCP.
    std::optional<boost::asio::ip::tcp::endpoint> listen_on(int descriptor);
    /// Where a server listens that listens on no port: "/run/examwright.sock".
    std::string unix_path() const;

    /// Closes the acceptor and idle connections; busy ones answer with Connection: close. Returns when all
    /// have ended, or after grace, when what is left was cancelled.
    boost::asio::awaitable<void> stop(std::chrono::steady_clock::duration grace);

    /// What it has answered so far, and how many connections are open.
    void write_metrics(exposition& out) const;

  private:
    struct impl;
    std::shared_ptr<impl> impl_;
};

}  // namespace examwright
