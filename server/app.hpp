#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "db/status_reader.hpp"
#include "server/accounts/login_guard.hpp"
#include "server/accounts/password_hasher.hpp"
#include "server/accounts/setup_token.hpp"
#include "server/engine.hpp"
#include "server/http/http_server.hpp"
#include "server/http/site_policy.hpp"
#include "server/runtime/metrics.hpp"

namespace examwright {

/// The server: the composition root.
class app {
  public:
    /// As engine's constructor.
    app(boost::asio::io_context& context, const config& settings, logger& log);

    /// Listens, and takes up what was left unfinished. Returns where it listens: "http://127.0.0.1:8000", or
    /// "unix:/run/examwright.sock". Throws runtime_error where the address can't be had.
    std::string start();
    /// What a browser opens, ends in a slash. After start().
    std::string public_address() const;
    /// Called if the server can't go on: it should be stopped, and the process end with an error.
    void on_failure(std::function<void()> handler) { http_.on_failure(std::move(handler)); }
    /// No new work; calls in flight get ten seconds and are recorded. Nothing is left on the io_context
    /// afterwards.
    boost::asio::awaitable<void> stop();

    /// What the first account must show; empty where there is an account.
    const setup_token& setup() const { return setup_; }
    const std::string& model() const { return engine_.model(); }

    /// The table of all routes, served by this app.
    router routes();

  private:
    std::optional<token_owner> authenticate(std::string_view token_hash);
    boost::asio::awaitable<void> write_metrics(exposition& out);
    void take_logins_of_proxy();
    void listen();
    void listen_for_metrics();

    boost::asio::io_context& context_;
    config settings_;
    logger& log_;
    engine engine_;
    password_hasher passwords_;
    status_reader status_;
    login_guard guesses_;
    site_policy site_;
    setup_token setup_;
    bool stopping_ = false;
    http_server http_;
    std::optional<boost::asio::ip::tcp::endpoint> endpoint_;  // that http_ listens on; none for a Unix socket
    site_policy metrics_site_;
    std::optional<http_server> metrics_http_;
};

}  // namespace examwright
