// The settings of the way to Claude, by what the real program does with them.
#include <boost/test/unit_test.hpp>
#include <fstream>

#include "test/support/certificates.hpp"
#include "test/support/installation.hpp"
#include "test/support/loop_thread.hpp"
#include "test/support/sample_text.hpp"
#include "test/support/scripted_server.hpp"

using namespace examwright::test;
using boost::asio::awaitable;

BOOST_AUTO_TEST_SUITE(claude_connection)

namespace {

const std::string refusal = "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n";

boost::json::object make_test(const std::string& url, child_process::variables settings) {
    installation server(url, std::move(settings));
    const auto id = server.start_test(server.add_document(sample_text(1).substr(0, 1400)), 3);
    auto test = server.wait_for_test(id);
    BOOST_TEST(server.log().find("hunter2") == std::string::npos);
    BOOST_TEST(server.log().find("test-key") == std::string::npos);
    return test;
}

/// What the loop's thread has written.
template <class Value>
Value read_on(loop_thread& loop, const Value& from) {
    Value value{};
    auto read = [&]() -> awaitable<void> {
        value = from;
        co_return;
    };
    loop.run(read());
    return value;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_proxy_stands_before_claude) {
    std::string asked;
    int count = 0;
    auto refuse = [&](scripted_peer& peer) -> awaitable<void> {
        ++count;
        asked = co_await peer.head();
        co_await peer.send("HTTP/1.1 407 Who are you\r\nContent-Length: 0\r\n\r\n");
    };
    loop_thread loop;
    scripted_server proxy(loop.context, {refuse, refuse});
    const auto url = "http://me:hunter2@127.0.0.1:" + std::to_string(proxy.port());
    const auto test = make_test("https://claude.invalid", {{"HTTPS_PROXY", url}});
    BOOST_TEST(text(test, "status") == "failed");
    BOOST_TEST(text(test, "failure_reason").find("HTTPS_PROXY") != std::string::npos);
    BOOST_TEST(text(test, "failure_reason").find("hunter2") == std::string::npos);
    BOOST_TEST(read_on(loop, asked).starts_with("CONNECT claude.invalid:443 HTTP/1.1\r\n"));
    BOOST_TEST(read_on(loop, count) == 1);
    loop.context.stop();
}

BOOST_AUTO_TEST_CASE(an_authority_of_one_s_own_and_the_older_header) {
    std::string request;
    auto refuse = [&](scripted_peer& peer) -> awaitable<void> {
        request = co_await peer.request();
        co_await peer.send(refusal);
    };
    certificate_authority authority;
    temporary_folder folder;
    const auto ca_file = (folder.path() / "ca.pem").string();
    std::ofstream(ca_file) << authority.certificate();
    auto tls = authority.server_context("DNS:localhost");
    loop_thread loop;
    scripted_server claude(loop.context, {refuse}, &tls);
    const auto test = make_test("https://localhost:" + std::to_string(claude.port()),
                                {{"EXAMWRIGHT_CA_FILE", ca_file},
                                 {"EXAMWRIGHT_API_KEY_HEADER", "x-api-key"},
                                 {"HTTPS_PROXY", "http://127.0.0.1:1"}});
    BOOST_TEST(text(test, "failure_reason").find("ANTHROPIC_API_KEY") != std::string::npos);
    const auto seen = read_on(loop, request);
    BOOST_TEST(seen.find("\r\nx-api-key: test-key\r\n") != seen.npos);
    BOOST_TEST(seen.find("\r\nAuthorization:") == seen.npos);
    loop.context.stop();
}

BOOST_AUTO_TEST_CASE(a_key_in_a_file) {
    std::string request;
    auto refuse = [&](scripted_peer& peer) -> awaitable<void> {
        request = co_await peer.request();
        co_await peer.send(refusal);
    };
    temporary_folder folder;
    const auto key_file = (folder.path() / "key").string();
    std::ofstream(key_file) << "key-of-a-file\n";
    loop_thread loop;
    scripted_server claude(loop.context, {refuse});
    const auto url = "http://127.0.0.1:" + std::to_string(claude.port());
    const auto test = make_test("", {{"ANTHROPIC_BASE_URL", url}, {"ANTHROPIC_API_KEY_FILE", key_file}});
    BOOST_TEST(text(test, "status") == "failed");
    const auto seen = read_on(loop, request);
    BOOST_TEST(seen.find("\r\nAuthorization: Bearer key-of-a-file\r\n") != seen.npos);
    loop.context.stop();
}

BOOST_AUTO_TEST_SUITE_END()
