#include "server/claude/claude_client.hpp"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/test/unit_test.hpp>
#include <stdexcept>

#include "test/support/run_coroutine.hpp"
#include "test/support/scripted_server.hpp"

using namespace examwright;
using namespace examwright::test;
using namespace std::chrono_literals;
using namespace std::string_literals;
namespace asio = boost::asio;
using transport = http_answer::transport;
using asio::awaitable;

BOOST_AUTO_TEST_SUITE(claude_client)

namespace {

using client_type = ::examwright::claude_client;
using script = scripted_server::script;

std::string reply_with(const std::string& body, const std::string& fields = {},
                       const std::string& status = "200 OK") {
    return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\n" + fields +
           "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

/// Answers one request with these bytes and closes.
script answering(std::string bytes) {
    return [bytes](scripted_peer& peer) -> awaitable<void> {
        co_await peer.request();
        co_await peer.send(bytes);
    };
}

/// Answers requests for as long as they come.
awaitable<void> keep_answering(scripted_peer& peer) {
    for (;;) {
        const auto request = co_await peer.request();
        const auto body = request.substr(request.find("\r\n\r\n") + 4);
        co_await peer.send(reply_with(body));
    }
}

awaitable<void> reset_after_request(scripted_peer& peer) {
    co_await peer.request();
    peer.reset();
}

struct fixture {
    asio::io_context context{1};

    claude_settings settings_for(const scripted_server& server) const {
        claude_settings settings;
        settings.base_url = "http://127.0.0.1:" + std::to_string(server.port());
        settings.api_key = "test-key";
        return settings;
    }

    http_answer send(client_type& client, const std::string& body = "{}",
                     std::chrono::milliseconds limit = 30s) {
        http_answer answer;
        auto one = [&]() -> awaitable<void> { answer = co_await client.send(body, limit); };
        run_coroutine(context, one());
        return answer;
    }

    /// The answer of a server whose one connection does this.
    http_answer answer_of(script what) {
        scripted_server server(context, {std::move(what)});
        client_type client(settings_for(server));
        const auto answer = send(client);
        BOOST_TEST(server.accepted() == 1u);  // no attempt repeats by itself
        return answer;
    }

    /// Lets the loop go on until it is so.
    template <class Condition>
    void run_until(Condition condition) {
        auto wait = [&]() -> awaitable<void> {
            while (!condition())
                co_await asio::post(asio::use_awaitable);
        };
        run_coroutine(context, wait());
    }
};

int count_of(const std::string& text, const std::string& part) {
    int count = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1))
        ++count;
    return count;
}

}  // namespace

BOOST_FIXTURE_TEST_CASE(what_is_sent, fixture) {
    std::string request;
    auto record = [&](scripted_peer& peer) -> awaitable<void> {
        request = co_await peer.request();
        co_await peer.send(reply_with("{}"));
    };
    scripted_server server(context, {record});
    auto settings = settings_for(server);
    settings.base_url += "/prefix/v1/";
    client_type client(settings);
    send(client, R"({"model":"m"})");
    const auto port = std::to_string(server.port());
    BOOST_TEST(request.starts_with("POST /prefix/v1/messages HTTP/1.1\r\n"));
    for (const auto& line : {"Host: 127.0.0.1:" + port, "Authorization: Bearer test-key"s,
                             "anthropic-version: 2023-06-01"s, "Content-Type: application/json"s,
                             "Content-Length: 13"s, "User-Agent: examwright/" EXAMWRIGHT_VERSION ""s})
        BOOST_TEST(count_of(request, "\r\n" + line + "\r\n") == 1, line);
    BOOST_TEST(request.find("x-api-key") == request.npos);
    BOOST_TEST(request.ends_with("\r\n\r\n{\"model\":\"m\"}"));
}

BOOST_FIXTURE_TEST_CASE(the_key_may_go_the_older_way, fixture) {
    std::string request;
    auto record = [&](scripted_peer& peer) -> awaitable<void> {
        request = co_await peer.request();
        co_await peer.send(reply_with("{}"));
    };
    scripted_server server(context, {record});
    auto settings = settings_for(server);
    settings.header = key_header::x_api_key;
    client_type client(settings);
    send(client);
    BOOST_TEST(count_of(request, "\r\nx-api-key: test-key\r\n") == 1);
    BOOST_TEST(request.find("Authorization") == request.npos);
}

BOOST_FIXTURE_TEST_CASE(what_a_reply_tells, fixture) {
    const auto answer = answer_of(answering(
        reply_with(R"({"type":"error"})", "retry-after: 7\r\nx-should-retry: false\r\nRequest-Id: req_5\r\n",
                   "429 Too Many")));
    BOOST_TEST((answer.outcome == transport::answered));
    BOOST_TEST(answer.status == 429);
    BOOST_TEST(answer.body == R"({"type":"error"})");
    BOOST_TEST((answer.retry_after == 7s));
    BOOST_TEST((answer.should_retry == false));
    BOOST_TEST(answer.request_id == "req_5");
    const auto plain = answer_of(answering(reply_with("{}")));
    BOOST_TEST(!plain.retry_after);
    BOOST_TEST(!plain.should_retry);
}

BOOST_FIXTURE_TEST_CASE(a_reply_may_come_in_any_pieces, fixture) {
    const auto expected = R"({"text":"slow"})"s;
    auto by_byte = [&](scripted_peer& peer) -> awaitable<void> {
        co_await peer.request();
        for (const char c : reply_with(expected)) {
            co_await peer.send(std::string(1, c));
            co_await asio::post(asio::use_awaitable);
        }
    };
    BOOST_TEST(answer_of(by_byte).body == expected);
    const auto chunked =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"tex\r\na\r\nt\":\"slow\"}\r\n"
        "0\r\n\r\n"s;
    BOOST_TEST(answer_of(answering(chunked)).body == expected);
    const auto until_end = "HTTP/1.0 200 OK\r\n\r\n" + expected;
    BOOST_TEST(answer_of(answering(until_end)).body == expected);
    const auto hint = "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"s;
    const auto hinted = answer_of(answering(hint + hint + reply_with(expected)));
    BOOST_TEST(hinted.status == 200);
    BOOST_TEST(hinted.body == expected);
}

BOOST_FIXTURE_TEST_CASE(a_connection_is_used_again, fixture) {
    scripted_server server(context, {keep_answering});
    client_type client(settings_for(server));
    for (const auto* body : {"{\"n\":1}", "{\"n\":2}", "{\"n\":3}"})
        BOOST_TEST(send(client, body).body == body);
    BOOST_TEST(server.accepted() == 1u);
}

BOOST_FIXTURE_TEST_CASE(a_connection_that_the_server_closes_is_not, fixture) {
    int closed = 0;
    auto closing = [&](scripted_peer& peer) -> awaitable<void> {
        co_await peer.request();
        co_await peer.send(reply_with("{}", "Connection: close\r\n"));
        co_await peer.until_closed();
        ++closed;
    };
    scripted_server server(context, {closing, closing});
    client_type client(settings_for(server));
    for (int i = 1; i <= 2; ++i) {
        BOOST_TEST(send(client).status == 200);
        run_until([&] { return closed == i; });
    }
    BOOST_TEST(server.accepted() == 2u);
}

BOOST_FIXTURE_TEST_CASE(at_most_four_idle_connections_are_kept, fixture) {
    int closed = 0;
    auto count_closed = [&](scripted_peer& peer) -> awaitable<void> {
        co_await peer.request();
        co_await peer.send(reply_with("{}"));
        co_await peer.until_closed();
        ++closed;
    };
    scripted_server server(context, std::vector<script>(6, count_closed));
    client_type client(settings_for(server));
    int answered = 0;
    auto one = [&]() -> awaitable<void> {
        const auto answer = co_await client.send("{}", 30s);
        answered += answer.status == 200;
    };
    auto on_end = [](std::exception_ptr error) { BOOST_TEST(!error); };
    for (int i = 0; i < 6; ++i)
        asio::co_spawn(context, one, on_end);
    run_until([&] { return answered == 6 && closed == 2; });
    BOOST_TEST(server.accepted() == 6u);
}

BOOST_FIXTURE_TEST_CASE(a_kept_connection_that_broke_is_replaced_at_once, fixture) {
    auto closes = answering(reply_with("{}"));  // while it is idle, in an orderly way
    auto resets = [](scripted_peer& peer) -> awaitable<void> {
        co_await peer.request();
        co_await peer.send(reply_with("{}"));
        co_await peer.request();
        peer.reset();
    };
    auto ends = [](scripted_peer& peer) -> awaitable<void> {
        co_await peer.request();
        co_await peer.send(reply_with("{}"));
        co_await peer.request();
    };
    for (const script& first : {script(closes), script(resets), script(ends)}) {
        scripted_server server(context, {first, keep_answering});
        client_type client(settings_for(server));
        BOOST_TEST(send(client, "first").status == 200);
        BOOST_TEST(send(client, "second").body == "second");
        BOOST_TEST(server.accepted() == 2u);
    }
}

BOOST_FIXTURE_TEST_CASE(a_reply_that_had_begun_is_not_asked_for_again, fixture) {
    auto half = [](scripted_peer& peer) -> awaitable<void> {
        co_await peer.request();
        co_await peer.send(reply_with("{}"));
        co_await peer.request();
        co_await peer.send("HTTP/1.1 2");
    };
    scripted_server server(context, {half, keep_answering});
    client_type client(settings_for(server));
    send(client);
    BOOST_TEST((send(client).outcome == transport::reset));
    BOOST_TEST(server.accepted() == 1u);
    BOOST_TEST(send(client).status == 200);  // and the broken connection was not kept
}

BOOST_FIXTURE_TEST_CASE(what_is_no_whole_reply_is_a_reset, fixture) {
    const std::string scripts[] = {
        "",
        "HTTP/1.1 200 OK\r\nContent-Le",
        "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n123",
        "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
        "HTTP/1.1 103 Early Hints\r\n\r\n",
        "SSH-2.0-OpenSSH_9.2\r\n\r\n",
        "<html></html>\r\n\r\n",
    };
    for (const auto& bytes : scripts) {
        const auto answer = answer_of(answering(bytes));
        BOOST_TEST((answer.outcome == transport::reset), bytes);
        BOOST_TEST(!answer.error.empty());
        BOOST_TEST(answer.body.empty());
    }
    BOOST_TEST((answer_of(reset_after_request).outcome == transport::reset));
}

BOOST_FIXTURE_TEST_CASE(nobody_listens, fixture) {
    asio::ip::tcp::acceptor unheard(context);
    unheard.open(asio::ip::tcp::v4());
    unheard.bind({asio::ip::address_v4::loopback(), 0});  // bound, but not listening
    claude_settings settings;
    settings.base_url = "http://127.0.0.1:" + std::to_string(unheard.local_endpoint().port());
    client_type client(settings);
    const auto answer = send(client);
    BOOST_TEST((answer.outcome == transport::connect_failed));
    BOOST_TEST(!answer.error.empty());
}

BOOST_FIXTURE_TEST_CASE(a_server_that_hangs_is_left_after_the_limit, fixture) {
    for (const auto* begun : {"", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{"}) {
        bool closed = false;
        auto hang = [&](scripted_peer& peer) -> awaitable<void> {
            co_await peer.request();
            co_await peer.send(begun);
            co_await peer.until_closed();
            closed = true;
        };
        scripted_server server(context, {hang});
        client_type client(settings_for(server));
        const auto answer = send(client, "{}", 50ms);
        BOOST_TEST((answer.outcome == transport::timed_out));
        BOOST_TEST(answer.status == 0);
        run_until([&] { return closed; });
    }
}

BOOST_FIXTURE_TEST_CASE(a_cancelled_call_throws_and_closes_its_connection, fixture) {
    asio::cancellation_signal cancel;
    bool closed = false;
    auto hang = [&](scripted_peer& peer) -> awaitable<void> {
        co_await peer.request();
        cancel.emit(asio::cancellation_type::terminal);
        co_await peer.until_closed();
        closed = true;
    };
    scripted_server server(context, {hang, keep_answering});
    client_type client(settings_for(server));
    std::exception_ptr thrown;
    auto one = [&]() -> awaitable<void> { co_await client.send("{}", 30s); };
    auto on_end = [&](std::exception_ptr error) { thrown = error; };
    asio::co_spawn(context, one, asio::bind_cancellation_slot(cancel.slot(), on_end));
    run_until([&] { return closed && thrown; });
    const auto aborted = [](const boost::system::system_error& e) {
        return e.code() == asio::error::operation_aborted;
    };
    BOOST_CHECK_EXCEPTION(std::rethrow_exception(thrown), boost::system::system_error, aborted);
    BOOST_TEST(send(client).status == 200);
}

BOOST_FIXTURE_TEST_CASE(a_redirect_is_told_and_not_followed, fixture) {
    const auto answer =
        answer_of(answering(reply_with("", "Location: http://127.0.0.1:1/\r\n", "307 Temporary Redirect")));
    BOOST_TEST(answer.status == 307);
}

BOOST_FIXTURE_TEST_CASE(far_too_long_a_reply_is_cut_short, fixture) {
    const auto announced = answering("HTTP/1.1 200 OK\r\nContent-Length: 9000000\r\n\r\n{");
    BOOST_TEST((answer_of(announced).outcome == transport::too_large));
    auto endless = [](scripted_peer& peer) -> awaitable<void> {
        co_await peer.request();
        co_await peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        const auto chunk = "10000\r\n" + std::string(0x10000, 'x') + "\r\n";
        for (;;)
            co_await peer.send(chunk);
    };
    const auto answer = answer_of(endless);
    BOOST_TEST((answer.outcome == transport::too_large));
    BOOST_TEST(answer.body.empty());
}

BOOST_AUTO_TEST_CASE(settings_that_can_not_work) {
    claude_settings settings;
    settings.base_url = "api.anthropic.com";
    BOOST_CHECK_THROW(client_type{settings}, std::invalid_argument);
    settings.base_url = "https://api.anthropic.com";
    settings.api_key = "key\r\nX: y";
    const auto hides = [](const std::invalid_argument& e) {
        return std::string(e.what()).find("X: y") == std::string::npos;
    };
    BOOST_CHECK_EXCEPTION(client_type{settings}, std::invalid_argument, hides);
    settings.api_key = "key";
    settings.ca_file = "/nonexistent/ca.pem";
    BOOST_CHECK_THROW(client_type{settings}, std::runtime_error);
}

BOOST_AUTO_TEST_SUITE_END()
