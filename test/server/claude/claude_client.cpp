#include "server/claude/claude_client.hpp"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <stdexcept>

#include "server/runtime/version.hpp"
#include "test/support/scripted_client.hpp"

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
using fixture = scripted_client;

awaitable<void> reset_after_request(scripted_peer& peer) {
    co_await peer.request();
    peer.reset();
}

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
    for (const auto& line :
         {"Host: 127.0.0.1:" + port, "Authorization: Bearer test-key"s, "anthropic-version: 2023-06-01"s,
          "Content-Type: application/json"s, "Content-Length: 13"s,
          "User-Agent: examwright/" + std::string(product_version())})
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

BOOST_FIXTURE_TEST_CASE(a_request_may_be_refused_before_it_is_read, fixture) {
    auto refuse = [](scripted_peer& peer) -> awaitable<void> {
        co_await peer.head();
        co_await peer.send(reply_with("{}", "Connection: close\r\n", "413 Too Large"));
    };
    scripted_server server(context, {refuse});
    client_type client(settings_for(server));
    BOOST_TEST(send(client, std::string(30'000'000, 'x')).status == 413);
    BOOST_TEST(server.accepted() == 1u);
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

BOOST_FIXTURE_TEST_CASE(replies_of_the_hundreds_are_passed_over_but_not_for_ever, fixture) {
    const std::string hold_on = "HTTP/1.1 100 Continue\r\n\r\n";
    const auto reply = reply_with("{}");
    BOOST_TEST(answer_of(answering(hold_on + hold_on + reply)).status == 200);
    auto endless = [hold_on](scripted_peer& peer) -> awaitable<void> {
        co_await peer.request();
        for (;;)
            co_await peer.send(hold_on);
    };
    BOOST_TEST((answer_of(endless).outcome == transport::reset));
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
