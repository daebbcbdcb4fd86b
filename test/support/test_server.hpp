#pragma once

#include <boost/asio/this_coro.hpp>
#include <chrono>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "server/http/http_server.hpp"
#include "test/support/log_pipe.hpp"
#include "test/support/loop_thread.hpp"

namespace examwright::test {

/// Some routes, served by the real server on a thread of its own.
class test_server {
  public:
    explicit test_server(std::vector<route> routes, http_limits limits = {}, authenticator who = nullptr,
                         cors_policy cors = cors_policy())
        : server_(loop.context.get_executor(), router(std::move(routes)), std::move(who), log_, limits,
                  std::move(cors)) {
        loop.run(listen());
    }
    ~test_server() { stop(std::chrono::seconds(0)); }

    void stop(std::chrono::steady_clock::duration grace) { loop.run(server_.stop(grace)); }
    http_server& server() { return server_; }

    log_pipe log_lines;
    loop_thread loop;
    std::uint16_t port = 0;

  private:
    boost::asio::awaitable<void> listen() {
        port = server_.listen({boost::asio::ip::address_v4::loopback(), 0}).port();
        co_return;
    }

    logger log_{log_level::info, logger::format::text, log_lines.write_end()};
    http_server server_;
};

}  // namespace examwright::test
