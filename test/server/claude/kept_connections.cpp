// The claude_client's connections between requests.
#include <boost/asio/co_spawn.hpp>

#include "test/support/scripted_client.hpp"

using namespace examwright;
using namespace examwright::test;
using namespace std::chrono_literals;
namespace asio = boost::asio;
using transport = http_answer::transport;
using asio::awaitable;

BOOST_AUTO_TEST_SUITE(kept_connections)

namespace {

using script = scripted_server::script;
using fixture = scripted_client;

}  // namespace

BOOST_FIXTURE_TEST_CASE(a_connection_is_used_again, fixture) {
    scripted_server server(context, {keep_answering});
    claude_client client(settings_for(server));
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
    claude_client client(settings_for(server));
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
    claude_client client(settings_for(server));
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
        claude_client client(settings_for(server));
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
    claude_client client(settings_for(server));
    send(client);
    BOOST_TEST((send(client).outcome == transport::reset));
    BOOST_TEST(server.accepted() == 1u);
    BOOST_TEST(send(client).status == 200);  // and the broken connection was not kept
}

BOOST_AUTO_TEST_SUITE_END()
