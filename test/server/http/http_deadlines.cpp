#include <sys/resource.h>

#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/test/unit_test.hpp>
#include <future>
#include <memory>
#include <string>

#include "test/support/raw_client.hpp"
#include "test/support/test_server.hpp"

using namespace examwright;
using namespace examwright::test;
using namespace std::chrono_literals;
using boost::beast::http::verb;
namespace asio = boost::asio;

namespace {

/// What a handler is at, for the test's thread to wait for.
struct visit {
    std::promise<void> arrived;
    std::promise<void> left;
};

/// Routes whose handlers take their time.
class slow_routes {
  public:
    std::vector<route> routes() {
        constexpr auto small = route_body::small;
        const auto get = [](std::string_view path, route_handler handle) {
            return route{verb::get, path, route_access::open, small, "", std::move(handle)};
        };
        auto name = [this](http_request& request) { return tell_name(request); };
        auto wait = [this](http_request&) { return wait_for(24h); };
        auto two_seconds = [this](http_request&) { return wait_for(2100ms); };
        auto large = [](http_request&) -> asio::awaitable<http_response> {
            co_return http_response{200, "text/plain", std::string(30'000'000, 'x'), {}};
        };
        return {get("/names/{name}", name), get("/wait", wait), get("/two-seconds", two_seconds),
                get("/large", large)};
    }

    visit& at_wait() { return *visit_; }
    /// Ends the wait of the handler that is at it; on the loop.
    asio::awaitable<void> end_wait() {
        if (auto timer = timer_.lock())
            timer->cancel();
        co_return;
    }
    std::vector<std::string> names;  // in the order of their requests

  private:
    asio::awaitable<http_response> tell_name(http_request& request) {
        names.push_back(request.path_values[0]);
        co_return http_response{200, "text/plain", request.path_values[0], {}};
    }

    asio::awaitable<http_response> wait_for(std::chrono::milliseconds time) {
        const auto executor = co_await asio::this_coro::executor;
        auto timer = std::make_shared<asio::steady_timer>(executor, time);
        timer_ = timer;
        struct leave {
            visit& at;
            ~leave() { at.left.set_value(); }
        } at_end{*visit_};
        visit_->arrived.set_value();
        boost::system::error_code ended_early;
        auto token = asio::redirect_error(asio::use_awaitable, ended_early);
        co_await timer->async_wait(token);
        co_await asio::post(asio::use_awaitable);  // throws where it was the coroutine that was cancelled
        co_return http_response{200, "text/plain", "waited", {}};
    }

    std::unique_ptr<visit> visit_ = std::make_unique<visit>();
    std::weak_ptr<asio::steady_timer> timer_;
};

http_limits short_limits() {
    http_limits limits;
    limits.idle = limits.request = 1s;
    limits.handling = 10s;
    limits.upload = 1s;
    return limits;
}

std::string get(const std::string& target) {
    return "GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(http_deadlines)

BOOST_AUTO_TEST_CASE(a_connection_without_a_request_is_closed) {
    slow_routes handlers;
    test_server server(handlers.routes(), short_limits());
    raw_client silent(server.port), once(server.port), half(server.port);
    BOOST_TEST(once.exchange(get("/names/a")).status == 200);
    half.send("GET /names/b HTTP/1.1\r\nHost:");
    BOOST_TEST(silent.ends());
    BOOST_TEST(once.ends());
    const auto late = half.read();
    BOOST_TEST(late.status == 408);
    BOOST_TEST(late.headers.at("connection") == "close");
    BOOST_TEST(late.headers.at("content-type") == "application/problem+json");
    BOOST_TEST(half.ends());
    const auto line =
        server.log_lines.line_with("info a connection took too long at=\"sending its request\"");
    BOOST_TEST(line.find("id=" + late.headers.at("x-request-id")) != line.npos, line);
}

BOOST_AUTO_TEST_CASE(a_body_that_does_not_come_is_not_waited_for) {
    slow_routes handlers;
    test_server server(handlers.routes(), short_limits());
    raw_client client(server.port);
    client.send("GET /names/a HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf");
    BOOST_TEST(client.read().status == 408);
    BOOST_TEST(client.ends());
    BOOST_TEST(handlers.names.empty());
}

BOOST_AUTO_TEST_CASE(a_busy_handler_has_its_own_time) {
    slow_routes handlers;
    test_server server(handlers.routes(), short_limits());
    raw_client client(server.port);
    BOOST_TEST(client.exchange(get("/two-seconds")).body == "waited");
}

BOOST_AUTO_TEST_CASE(a_handler_over_its_time_is_cancelled) {
    slow_routes handlers;
    auto limits = short_limits();
    limits.handling = 1s;
    test_server server(handlers.routes(), limits);
    raw_client client(server.port);
    client.send(get("/wait"));
    const auto late = client.read();
    BOOST_TEST(late.status == 503);
    BOOST_TEST(late.headers.at("retry-after") == "60");
    BOOST_TEST(client.ends());
    handlers.at_wait().left.get_future().wait();
    server.log_lines.line_with("warning a connection took too long at=\"its request's work\" route=/wait");
}

BOOST_AUTO_TEST_CASE(a_client_that_never_reads_its_answer_is_dropped) {
    slow_routes handlers;
    auto limits = short_limits();
    limits.connections = 1;
    test_server server(handlers.routes(), limits);
    raw_client never_reads(server.port);
    never_reads.send(get("/large"));
    server.log_lines.line_with("info a connection took too long at=\"taking its answer\" route=/large");
    BOOST_TEST(raw_client(server.port).exchange(get("/names/a")).status == 200);
}

BOOST_AUTO_TEST_CASE(a_large_answer_arrives_whole) {
    slow_routes handlers;
    test_server server(handlers.routes());
    raw_client client(server.port);
    BOOST_TEST((client.exchange(get("/large")).body == std::string(30'000'000, 'x')));
    BOOST_TEST(client.exchange(get("/names/a")).body == "a");
}

BOOST_AUTO_TEST_CASE(at_the_cap_the_connection_that_is_idle_for_longest_makes_room) {
    slow_routes handlers;
    http_limits limits;
    limits.connections = 2;
    test_server server(handlers.routes(), limits);
    raw_client first(server.port), second(server.port);
    first.exchange(get("/names/first"));
    second.exchange(get("/names/second"));
    first.exchange(get("/names/first-again"));
    raw_client third(server.port);
    BOOST_TEST(third.exchange(get("/names/third")).body == "third");
    BOOST_TEST(second.ends());
    BOOST_TEST(first.exchange(get("/names/still")).body == "still");
    third.send("GET /names/begun HTTP/1.1\r\n");
    raw_client fourth(server.port);
    BOOST_TEST(fourth.exchange(get("/names/fourth")).body == "fourth");
    BOOST_TEST(first.ends());  // idle goes before what has begun
    raw_client fifth(server.port);
    BOOST_TEST(fifth.exchange(get("/names/fifth")).body == "fifth");
}

BOOST_AUTO_TEST_CASE(connections_over_the_cap_wait_for_a_busy_one_to_end) {
    slow_routes handlers;
    http_limits limits;
    limits.connections = 1;
    test_server server(handlers.routes(), limits);
    raw_client busy(server.port);
    busy.send(get("/wait"));
    handlers.at_wait().arrived.get_future().wait();
    raw_client late(server.port);
    late.send(get("/names/late"));
    server.loop.run(handlers.end_wait());
    busy.read();
    BOOST_TEST(late.read().body == "late");
}

BOOST_AUTO_TEST_CASE(without_file_descriptors_the_server_waits_for_some) {
    slow_routes handlers;
    test_server server(handlers.routes());
    raw_client before(server.port);
    before.exchange(get("/names/before"));
    rlimit old{};
    getrlimit(RLIMIT_NOFILE, &old);
    raw_client after(server.port);  // accepted, or not: it holds the lowest descriptor that is free
    after.exchange(get("/names/after"));
    asio::io_context context;
    asio::ip::tcp::socket late(context);
    late.open(asio::ip::tcp::v4());
    rlimit none = old;
    none.rlim_cur = static_cast<rlim_t>(late.native_handle()) + 1;
    setrlimit(RLIMIT_NOFILE, &none);
    late.connect({asio::ip::address_v4::loopback(), server.port});
    server.log_lines.line_with("warning connections are not accepted");
    BOOST_TEST(before.exchange(get("/names/still")).status == 200);
    setrlimit(RLIMIT_NOFILE, &old);
    const auto request = get("/names/late");
    asio::write(late, asio::buffer(request));
    char byte = 0;
    BOOST_TEST(late.read_some(asio::buffer(&byte, 1)) == 1u);
}

BOOST_AUTO_TEST_CASE(a_stop_closes_the_idle_and_lets_the_busy_answer) {
    slow_routes handlers;
    test_server server(handlers.routes());
    raw_client idle(server.port), busy(server.port);
    idle.exchange(get("/names/a"));
    busy.send(get("/wait") + get("/names/never"));
    handlers.at_wait().arrived.get_future().wait();
    auto stopped = std::async(std::launch::async, [&] { server.stop(60s); });
    BOOST_TEST(idle.ends());
    server.loop.run(handlers.end_wait());
    const auto last = busy.read();
    BOOST_TEST(last.body == "waited");
    BOOST_TEST(last.headers.at("connection") == "close");
    busy.close();
    stopped.get();
    BOOST_CHECK_THROW(raw_client(server.port), boost::system::system_error);
}

BOOST_AUTO_TEST_CASE(a_stop_cancels_what_is_stuck_after_the_grace) {
    slow_routes handlers;
    test_server server(handlers.routes());
    raw_client stuck(server.port), never_reads(server.port);
    stuck.send(get("/wait"));
    never_reads.send(get("/large"));
    handlers.at_wait().arrived.get_future().wait();
    server.stop(100ms);
    handlers.at_wait().left.get_future().wait();
    BOOST_TEST(stuck.ends());
}

BOOST_AUTO_TEST_CASE(a_stop_at_once_survives_connections_of_this_instant) {
    for (int round = 0; round < 100; ++round) {
        slow_routes handlers;
        test_server server(handlers.routes());
        raw_client first(server.port), second(server.port);
        first.send(get("/names/a"));
        second.send("GET /na");
        server.stop(0s);
    }
}

BOOST_AUTO_TEST_SUITE_END()
