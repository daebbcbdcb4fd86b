// The client against servers with certificates of several kinds.
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/test/unit_test.hpp>
#include <fstream>

#include "server/claude/claude_client.hpp"
#include "test/support/certificates.hpp"
#include "test/support/run_coroutine.hpp"
#include "test/support/scripted_server.hpp"
#include "test/support/temporary_folder.hpp"

using namespace examwright;
using namespace examwright::test;
using namespace std::chrono_literals;
namespace asio = boost::asio;
using transport = http_answer::transport;
using asio::awaitable;

BOOST_AUTO_TEST_SUITE(tls_stream)

namespace {

constexpr auto reply = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

awaitable<void> keep_answering(scripted_peer& peer) {
    for (;;) {
        co_await peer.request();
        co_await peer.send(reply);
    }
}

struct tls_stream_fixture {
    temporary_folder folder;
    certificate_authority authority;
    asio::io_context context{1};

    claude_settings settings_for(const scripted_server& server, const std::string& host) {
        claude_settings settings;
        settings.base_url = "https://" + host + ":" + std::to_string(server.port());
        settings.api_key = "test-key";
        settings.ca_file = folder.path() / "ca.pem";
        std::ofstream(settings.ca_file) << authority.certificate();
        return settings;
    }

    http_answer send(claude_client& client) {
        http_answer answer;
        auto one = [&]() -> awaitable<void> { answer = co_await client.send("{}", 30s); };
        run_coroutine(context, one());
        return answer;
    }

    /// The answer of a server whose certificate holds for `name`, called by the name `host`.
    http_answer call(const std::string& name, const std::string& host, bool trusted = true) {
        auto tls = authority.server_context(name);
        scripted_server server(context, {keep_answering}, &tls);
        auto settings = settings_for(server, host);
        if (!trusted)
            settings.ca_file.clear();
        claude_client client(settings);
        return send(client);
    }
};

void check_refused(const http_answer& answer) {
    BOOST_TEST((answer.outcome == transport::untrusted));
    BOOST_TEST(answer.error.find("certificate verify failed") != std::string::npos, answer.error);
}

}  // namespace

BOOST_FIXTURE_TEST_CASE(a_trusted_certificate_for_the_host, tls_stream_fixture) {
    BOOST_TEST(call("DNS:localhost", "localhost").status == 200);
    BOOST_TEST(call("IP:127.0.0.1", "127.0.0.1").status == 200);
}

BOOST_FIXTURE_TEST_CASE(a_trusted_certificate_for_another_host, tls_stream_fixture) {
    check_refused(call("DNS:example.org", "localhost"));
    check_refused(call("DNS:localhost", "127.0.0.1"));
}

BOOST_FIXTURE_TEST_CASE(a_certificate_of_nobody_known, tls_stream_fixture) {
    check_refused(call("DNS:localhost", "localhost", false));
}

BOOST_FIXTURE_TEST_CASE(the_host_is_named_and_the_connection_kept, tls_stream_fixture) {
    std::string named;
    auto record = [&](scripted_peer& peer) -> awaitable<void> {
        named = peer.server_name();
        co_await keep_answering(peer);
    };
    auto tls = authority.server_context("DNS:localhost");
    scripted_server server(context, {record}, &tls);
    claude_client client(settings_for(server, "localhost"));
    for (int i = 0; i < 3; ++i)
        BOOST_TEST(send(client).status == 200);
    BOOST_TEST(named == "localhost");
    BOOST_TEST(server.accepted() == 1u);
}

BOOST_FIXTURE_TEST_CASE(an_old_version_is_not_spoken, tls_stream_fixture) {
    auto tls = authority.server_context("DNS:localhost");
    SSL_CTX_set_security_level(tls.native_handle(), 0);
    SSL_CTX_set_min_proto_version(tls.native_handle(), TLS1_VERSION);
    SSL_CTX_set_max_proto_version(tls.native_handle(), TLS1_1_VERSION);
    scripted_server server(context, {keep_answering}, &tls);
    claude_client client(settings_for(server, "localhost"));
    BOOST_TEST((send(client).outcome == transport::connect_failed));
}

BOOST_FIXTURE_TEST_CASE(a_connection_that_ends_without_a_close_is_replaced, tls_stream_fixture) {
    auto once = [](scripted_peer& peer) -> awaitable<void> {
        co_await peer.request();
        co_await peer.send(reply);
    };
    auto tls = authority.server_context("DNS:localhost");
    scripted_server server(context, {once, keep_answering}, &tls);
    claude_client client(settings_for(server, "localhost"));
    BOOST_TEST(send(client).status == 200);
    BOOST_TEST(send(client).status == 200);
    BOOST_TEST(server.accepted() == 2u);
}

BOOST_FIXTURE_TEST_CASE(a_reply_without_a_length_must_end_in_an_orderly_way, tls_stream_fixture) {
    auto cut = [](scripted_peer& peer) -> awaitable<void> {
        co_await peer.request();
        co_await peer.send("HTTP/1.1 200 OK\r\n\r\n{}");
    };
    auto tls = authority.server_context("DNS:localhost");
    scripted_server server(context, {cut}, &tls);
    claude_client client(settings_for(server, "localhost"));
    BOOST_TEST((send(client).outcome == transport::reset));
}

BOOST_FIXTURE_TEST_CASE(a_handshake_that_hangs_meets_the_limit_of_connecting, tls_stream_fixture) {
    bool closed = false;
    auto silent = [&](scripted_peer& peer) -> awaitable<void> {
        co_await peer.until_closed();
        closed = true;
    };
    scripted_server server(context, {silent});  // speaks no TLS
    auto settings = settings_for(server, "localhost");
    settings.connect_limit = 50ms;
    claude_client client(settings);
    const auto answer = send(client);
    BOOST_TEST((answer.outcome == transport::connect_failed));
    BOOST_TEST(answer.error == "no connection within 50 ms");
    auto wait = [&]() -> awaitable<void> {
        while (!closed)
            co_await asio::post(asio::use_awaitable);
    };
    run_coroutine(context, wait());
}

BOOST_AUTO_TEST_SUITE_END()
