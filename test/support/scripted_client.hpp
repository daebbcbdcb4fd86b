#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <string>
#include <utility>

#include "server/claude/claude_client.hpp"
#include "test/support/run_coroutine.hpp"
#include "test/support/scripted_server.hpp"

namespace examwright::test {

inline std::string reply_with(const std::string& body, const std::string& fields = {},
                              const std::string& status = "200 OK") {
    return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\n" + fields +
           "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

/// Answers one request with these bytes and closes.
inline scripted_server::script answering(std::string bytes) {
    return [bytes](scripted_peer& peer) -> boost::asio::awaitable<void> {
        co_await peer.request();
        co_await peer.send(bytes);
    };
}

/// Answers requests for as long as they come.
inline boost::asio::awaitable<void> keep_answering(scripted_peer& peer) {
    for (;;) {
        const auto request = co_await peer.request();
        const auto body = request.substr(request.find("\r\n\r\n") + 4);
        co_await peer.send(reply_with(body));
    }
}

/// A client of scripted servers.
struct scripted_client {
    boost::asio::io_context context{1};

    claude_settings settings_for(const scripted_server& server) const {
        claude_settings settings;
        settings.base_url = "http://127.0.0.1:" + std::to_string(server.port());
        settings.api_key = "test-key";
        return settings;
    }

    http_answer send(claude_client& client, const std::string& body = "{}",
                     std::chrono::milliseconds limit = std::chrono::seconds(30)) {
        http_answer answer;
        auto one = [&]() -> boost::asio::awaitable<void> { answer = co_await client.send(body, limit); };
        run_coroutine(context, one());
        return answer;
    }

    /// The answer of a server whose one connection does this.
    http_answer answer_of(scripted_server::script what) {
        scripted_server server(context, {std::move(what)});
        claude_client client(settings_for(server));
        const auto answer = send(client);
        BOOST_TEST(server.accepted() == 1u);  // no attempt repeats by itself
        return answer;
    }

    /// Lets the loop go on until it is so.
    template <class Condition>
    void run_until(Condition condition) {
        auto wait = [&]() -> boost::asio::awaitable<void> {
            while (!condition())
                co_await boost::asio::post(boost::asio::use_awaitable);
        };
        run_coroutine(context, wait());
    }
};

}  // namespace examwright::test
