// The client on its way through a proxy.
#include "server/claude/proxy_tunnel.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/test/unit_test.hpp>
#include <fstream>

#include "server/claude/claude_client.hpp"
#include "test/support/certificates.hpp"
#include "test/support/connect_proxy.hpp"
#include "test/support/run_coroutine.hpp"
#include "test/support/scripted_server.hpp"
#include "test/support/temporary_folder.hpp"

using namespace examwright;
using namespace examwright::test;
using namespace std::chrono_literals;
namespace asio = boost::asio;
using transport = http_answer::transport;
using asio::awaitable;

BOOST_AUTO_TEST_SUITE(proxy_tunnel)

namespace {

constexpr auto reply = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

awaitable<void> keep_answering(scripted_peer& peer) {
    for (;;) {
        co_await peer.request();
        co_await peer.send(reply);
    }
}

/// A name that only the proxy knows.
constexpr auto far_host = "claude.invalid";
/// A name that nobody can have, so that no name server is asked.
const std::string impossible_host = std::string(64, 'x') + ".invalid";

struct proxy_tunnel_fixture {
    temporary_folder folder;
    certificate_authority authority;
    asio::io_context context{1};

    claude_settings settings_for(std::uint16_t proxy, std::uint16_t server = 443) {
        claude_settings settings;
        settings.base_url = "https://" + std::string(far_host) + ":" + std::to_string(server);
        settings.api_key = "test-key";
        settings.ca_file = folder.path() / "ca.pem";
        settings.proxy_url = "http://127.0.0.1:" + std::to_string(proxy);
        std::ofstream(settings.ca_file) << authority.certificate();
        return settings;
    }

    http_answer send(claude_client& client) {
        http_answer answer;
        auto one = [&]() -> awaitable<void> { answer = co_await client.send("{}", 30s); };
        run_coroutine(context, one());
        return answer;
    }

    /// What becomes of a call whose proxy answers CONNECT with these bytes and closes.
    http_answer answer_of_proxy(std::string bytes) {
        auto answer = [bytes](scripted_peer& peer) -> awaitable<void> {
            co_await peer.head();
            co_await peer.send(bytes);
        };
        scripted_server proxy(context, {answer});
        claude_client client(settings_for(proxy.port()));
        return send(client);
    }
};

void check_sentence(const http_answer& answer, verdict expected, const std::string& part) {
    const auto reading = read_attempt(answer);
    BOOST_TEST((reading.what == expected), answer.error);
    BOOST_TEST(reading.sentence.find(part) != std::string::npos, reading.sentence);
}

}  // namespace

BOOST_FIXTURE_TEST_CASE(a_call_goes_through_the_proxy_and_its_tunnel_is_kept, proxy_tunnel_fixture) {
    auto tls = authority.server_context("DNS:" + std::string(far_host));
    scripted_server server(context, {keep_answering}, &tls);
    connect_proxy proxy(context);
    claude_client client(settings_for(proxy.port(), server.port()));
    for (int i = 0; i < 3; ++i)
        BOOST_TEST(send(client).status == 200);
    BOOST_TEST_REQUIRE(proxy.requests().size() == 1u);
    const auto& head = proxy.requests()[0];
    const auto authority_asked = std::string(far_host) + ":" + std::to_string(server.port());
    BOOST_TEST(
        head.starts_with("CONNECT " + authority_asked + " HTTP/1.1\r\nHost: " + authority_asked + "\r\n"));
    BOOST_TEST(head.find("Authorization") == head.npos);
    BOOST_TEST(head.find("test-key") == head.npos);
    BOOST_TEST(server.accepted() == 1u);
}

BOOST_FIXTURE_TEST_CASE(the_proxy_gets_its_user_and_the_server_does_not, proxy_tunnel_fixture) {
    std::string seen;
    auto record = [&](scripted_peer& peer) -> awaitable<void> {
        seen = co_await peer.request();
        co_await peer.send(reply);
    };
    auto tls = authority.server_context("DNS:" + std::string(far_host));
    scripted_server server(context, {record}, &tls);
    connect_proxy proxy(context);
    auto settings = settings_for(proxy.port(), server.port());
    settings.proxy_url = "http://Aladdin:open%20sesame@127.0.0.1:" + std::to_string(proxy.port());
    claude_client client(settings);
    BOOST_TEST(send(client).status == 200);
    const auto& head = proxy.requests().at(0);
    // The example of RFC 7617.
    BOOST_TEST(head.find("\r\nProxy-Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==\r\n") != head.npos,
               head);
    BOOST_TEST(seen.find("Proxy-Authorization") == seen.npos);
    BOOST_TEST(seen.find("\r\nAuthorization: Bearer test-key\r\n") != seen.npos);
}

BOOST_FIXTURE_TEST_CASE(the_certificate_is_checked_behind_the_proxy_too, proxy_tunnel_fixture) {
    auto tls = authority.server_context("DNS:elsewhere.invalid");
    scripted_server server(context, {keep_answering}, &tls);
    connect_proxy proxy(context);
    claude_client client(settings_for(proxy.port(), server.port()));
    const auto answer = send(client);
    BOOST_TEST((answer.outcome == transport::untrusted));
    check_sentence(answer, verdict::try_again, "EXAMWRIGHT_CA_FILE");
}

BOOST_FIXTURE_TEST_CASE(this_machine_and_what_no_proxy_names_are_called_without_it, proxy_tunnel_fixture) {
    auto tls = authority.server_context("DNS:localhost");
    scripted_server server(context, {keep_answering}, &tls);
    scripted_server proxy(context, {});
    auto settings = settings_for(proxy.port(), server.port());
    settings.base_url = "https://localhost:" + std::to_string(server.port());
    claude_client client(settings);
    BOOST_TEST(send(client).status == 200);

    settings.base_url = "https://" + impossible_host;
    settings.no_proxy = "invalid";
    claude_client direct(settings);
    BOOST_TEST((send(direct).outcome == transport::connect_failed));
    BOOST_TEST(proxy.accepted() == 0u);
}

BOOST_FIXTURE_TEST_CASE(a_proxy_that_refuses_is_told_in_a_sentence, proxy_tunnel_fixture) {
    struct row {
        const char* status;
        verdict expected;
        const char* part;
    };
    const row rows[] = {
        {"407 Proxy Authentication Required", verdict::fatal, "user name and a password (HTTP 407)"},
        {"403 Forbidden", verdict::fatal, "does not let"},
        {"302 Found", verdict::fatal, "does not let"},
        {"405 Method Not Allowed", verdict::fatal, "does not let"},
        {"502 Bad Gateway", verdict::try_again, "could not reach the model's server (HTTP 502)"},
        {"503 Service Unavailable", verdict::try_again, "could not reach the model's server"},
    };
    for (const auto& [status, expected, part] : rows) {
        BOOST_TEST_CONTEXT(status) {
            const auto answer = answer_of_proxy("HTTP/1.1 " + std::string(status) +
                                                "\r\nContent-Length: 20\r\n\r\n<html>no</html>");
            BOOST_TEST((answer.outcome == transport::proxy_failed));
            check_sentence(answer, expected, part);
        }
    }
}

BOOST_FIXTURE_TEST_CASE(what_is_no_proxy_is_told_in_a_sentence, proxy_tunnel_fixture) {
    const std::string scripts[] = {
        "",
        "HTTP/1.1 200 O",
        "SSH-2.0-OpenSSH_9.2\r\n\r\n",
        "HTTP/1.1 200 OK\r\n\r\nHello",
        "HTTP/1.1 200 OK\r\nX: " + std::string(20'000, 'x'),
    };
    for (const auto& bytes : scripts) {
        BOOST_TEST_CONTEXT(bytes.substr(0, 30)) {
            const auto answer = answer_of_proxy(bytes);
            BOOST_TEST((answer.outcome == transport::proxy_failed));
            BOOST_TEST(!answer.error.empty());
            check_sentence(answer, verdict::try_again, "Check HTTPS_PROXY");
        }
    }
    asio::ip::tcp::acceptor unheard(context);
    unheard.open(asio::ip::tcp::v4());
    unheard.bind({asio::ip::address_v4::loopback(), 0});  // bound, but not listening
    claude_client client(settings_for(unheard.local_endpoint().port()));
    check_sentence(send(client), verdict::try_again, "Check HTTPS_PROXY");
    auto settings = settings_for(1);
    settings.proxy_url = "http://" + impossible_host + ":3128";
    claude_client lost(settings);
    check_sentence(send(lost), verdict::try_again, "Check HTTPS_PROXY");
}

BOOST_FIXTURE_TEST_CASE(a_proxy_that_hangs_meets_the_limit_of_connecting, proxy_tunnel_fixture) {
    bool closed = false;
    auto hang = [&](scripted_peer& peer) -> awaitable<void> {
        co_await peer.head();
        co_await peer.until_closed();
        closed = true;
    };
    scripted_server proxy(context, {hang});
    auto settings = settings_for(proxy.port());
    settings.connect_limit = 50ms;
    claude_client client(settings);
    const auto answer = send(client);
    BOOST_TEST((answer.outcome == transport::proxy_failed));
    BOOST_TEST(answer.error == "no connection within 50 ms");
    check_sentence(answer, verdict::try_again, "Check HTTPS_PROXY");
    auto wait = [&]() -> awaitable<void> {
        while (!closed)
            co_await asio::post(asio::use_awaitable);
    };
    run_coroutine(context, wait());
}

BOOST_FIXTURE_TEST_CASE(a_proxy_that_can_not_be_used_is_refused_where_it_counts, proxy_tunnel_fixture) {
    auto settings = settings_for(1);
    settings.proxy_url = "socks5://me:hidden@proxy:1080";
    BOOST_CHECK_THROW(claude_client{settings}, std::invalid_argument);
    settings.no_proxy = "*";
    BOOST_CHECK_NO_THROW(claude_client{settings});
    settings.no_proxy.clear();
    settings.base_url = "http://127.0.0.1:8080";
    BOOST_CHECK_NO_THROW(claude_client{settings});
}

BOOST_AUTO_TEST_SUITE_END()
