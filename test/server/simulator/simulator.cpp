#include "server/simulator/simulator.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>
#include <thread>

#include "core/generation/prompts.hpp"
#include "core/generation/reply_reader.hpp"
#include "server/claude/claude_client.hpp"
#include "test/support/http_client.hpp"
#include "test/support/run_coroutine.hpp"
#include "test/support/text_file.hpp"

using namespace examwright;
using namespace std::chrono_literals;
namespace asio = boost::asio;
using transport = http_answer::transport;

namespace {

std::string write_body(int count = 5) {
    static const std::string material = test::read_text("rivers_en");
    write_prompt_input input;
    input.material = material;
    input.count = count;
    return render_message_request({}, write_schema(), max_tokens_of(call_kind::write), write_prompt(input));
}

/// A simulator and the product's own client, on one io_context.
struct simulated {
    asio::io_context context{1};
    asio::thread_pool pool{2};
    logger log{log_level::error};
    simulator api;
    std::unique_ptr<claude_client> client;
    std::uint16_t port = 0;

    explicit simulated(std::string_view rules = {}, std::chrono::milliseconds latency = 0ms,
                       std::string key = {})
        : api(context.get_executor(), pool, log, settings(rules, latency, key)) {
        port = api.listen();
        claude_settings far_end;
        far_end.base_url = "http://127.0.0.1:" + std::to_string(port);
        far_end.api_key = key.empty() ? "any" : key;
        client = std::make_unique<claude_client>(far_end);
    }
    ~simulated() {
        auto stop = [this]() -> asio::awaitable<void> { co_await api.stop(); };
        test::run_coroutine(context, stop());
        BOOST_TEST(api.counts().in_flight == 0);
        pool.join();
    }

    static simulator_options settings(std::string_view rules, std::chrono::milliseconds latency,
                                      std::string key) {
        simulator_options options;
        options.faults = fault_rules::parse(rules).value();
        options.latency = latency;
        options.key = std::move(key);
        return options;
    }

    http_answer send(std::string body = write_body(), std::chrono::seconds limit = 30s) {
        http_answer answer;
        auto call = [&]() -> asio::awaitable<void> { answer = co_await client->send(body, limit); };
        test::run_coroutine(context, call(), limit + 30s);
        return answer;
    }

    /// So many calls at once; returns their answers.
    std::vector<http_answer> send_together(int calls, std::chrono::milliseconds limit = 30s) {
        std::vector<http_answer> answers;
        auto call = [&]() -> asio::awaitable<void> {
            auto answer = co_await client->send(write_body(), limit);
            answers.push_back(std::move(answer));
        };
        auto all = [&]() -> asio::awaitable<void> {
            asio::steady_timer done(context, asio::steady_timer::time_point::max());
            auto on_end = [&](std::exception_ptr error) {
                BOOST_TEST(!error);
                if (static_cast<int>(answers.size()) == calls)
                    done.expires_at(asio::steady_timer::time_point::min());
            };
            for (int i = 0; i < calls; ++i) {
                auto task = call();
                asio::co_spawn(context, std::move(task), on_end);
            }
            boost::system::error_code woken;
            auto token = asio::redirect_error(asio::use_awaitable, woken);
            co_await done.async_wait(token);
        };
        test::run_coroutine(context, all());
        return answers;
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(simulator)

BOOST_AUTO_TEST_CASE(answers_the_products_own_client) {
    simulated far;
    const auto answer = far.send();
    BOOST_TEST(answer.status == 200);
    BOOST_TEST(!answer.request_id.empty());
    const auto reading = read_attempt(answer);
    BOOST_CHECK(reading.what == verdict::answered);
    BOOST_TEST(read_written_questions(reading.text)->questions.size() == 5u);
    const auto counts = far.api.counts();
    BOOST_TEST(counts.calls == 1);
    BOOST_TEST(counts.writes == 1);
    BOOST_TEST(counts.reviews == 0);
    BOOST_TEST(counts.statuses.at(200) == 1);
}

BOOST_AUTO_TEST_CASE(lets_in_its_own_key_alone) {
    simulated far({}, 0ms, "secret");
    BOOST_TEST(far.send().status == 200);
    claude_settings other;
    other.base_url = "http://127.0.0.1:" + std::to_string(far.port);
    other.api_key = "guess";
    far.client = std::make_unique<claude_client>(other);
    const auto refused = far.send();
    BOOST_TEST(refused.status == 401);
    BOOST_CHECK(read_attempt(refused).what == verdict::fatal);
}

BOOST_AUTO_TEST_CASE(a_wrong_key_is_refused_before_the_body_is_read) {
    simulated far({}, 0ms, "the-key");
    std::string start;
    auto ask = [&]() -> asio::awaitable<void> {
        asio::ip::tcp::socket socket(far.context);
        const asio::ip::tcp::endpoint there(asio::ip::address_v4::loopback(), far.port);
        co_await socket.async_connect(there, asio::use_awaitable);
        const std::string head =
            "POST /v1/messages HTTP/1.1\r\nHost: localhost\r\nx-api-key: another\r\n"
            "anthropic-version: 2023-06-01\r\nContent-Type: application/json\r\n"
            "Content-Length: 30000000\r\n\r\n{";
        co_await asio::async_write(socket, asio::buffer(head), asio::use_awaitable);
        start.resize(12);
        co_await asio::async_read(socket, asio::buffer(start), asio::use_awaitable);
    };
    test::run_coroutine(far.context, ask());
    BOOST_TEST(start == "HTTP/1.1 401");
}

BOOST_AUTO_TEST_CASE(faults_arrive_as_what_they_are) {
    const auto verdict_of = [](std::string_view rules) { return read_attempt(simulated(rules).send()).what; };
    BOOST_CHECK(verdict_of("500") == verdict::try_again);
    BOOST_CHECK(verdict_of("529") == verdict::try_again);
    BOOST_CHECK(verdict_of("413") == verdict::give_up);
    BOOST_CHECK(verdict_of("spend_limit") == verdict::fatal);
    BOOST_CHECK(verdict_of("html") == verdict::try_again);
    BOOST_CHECK(verdict_of("html=502") == verdict::try_again);
    BOOST_CHECK(verdict_of("max_tokens") == verdict::truncated);
    BOOST_CHECK(verdict_of("refusal") == verdict::refused);
    BOOST_CHECK(verdict_of("half") == verdict::try_again);
    BOOST_CHECK(verdict_of("reset") == verdict::try_again);
    BOOST_TEST(simulated("429=7").send().retry_after->count() == 7000);
    BOOST_TEST(simulated("429=0.02").send().retry_after->count() == 20);
}

BOOST_AUTO_TEST_CASE(a_reset_is_a_reset_and_the_next_call_is_answered) {
    simulated far("reset@1");
    BOOST_CHECK(far.send().outcome == transport::reset);
    BOOST_TEST(far.send().status == 200);
    BOOST_TEST(far.api.counts().calls == 2);
    BOOST_TEST(far.api.counts().connections == 2);
}

BOOST_AUTO_TEST_CASE(a_call_that_hangs_is_in_flight_until_its_client_leaves) {
    simulated far("hang@1");
    BOOST_CHECK(far.send(write_body(), 1s).outcome == transport::timed_out);
    BOOST_TEST(far.api.counts().in_flight == 0);
    BOOST_TEST(far.send().status == 200);
    const auto counts = far.api.counts();
    BOOST_TEST(counts.max_in_flight == 1);
    BOOST_TEST(counts.abandoned == 1);
}

BOOST_AUTO_TEST_CASE(stops_while_a_call_hangs) {
    simulated far("hang");
    asio::co_spawn(far.context, far.client->send(write_body(), 30s),
                   [](std::exception_ptr, const http_answer& answer) {
                       BOOST_TEST((answer.outcome == transport::reset || answer.status == 0));
                   });
    while (far.api.counts().in_flight == 0)
        far.context.run_one();
    BOOST_TEST(far.api.counts().calls == 1);
}

BOOST_AUTO_TEST_CASE(counts_how_many_were_in_flight_at_once) {
    simulated far({}, 50ms);
    const auto answers = far.send_together(6);
    for (const auto& answer : answers)
        BOOST_TEST(answer.status == 200);
    BOOST_TEST(far.api.counts().calls == 6);
    BOOST_TEST(far.api.counts().max_in_flight == 6);
    far.send();
    BOOST_TEST(far.api.counts().connections <= 6);  // the last one came over a connection that was kept
}

BOOST_AUTO_TEST_CASE(a_large_material_is_taken) {
    simulated far;
    write_prompt_input input;
    std::string material;
    for (const auto text = test::read_text("rivers_zh"); material.size() < 1'500'000;)
        material += text;
    input.material = material;
    input.count = 5;
    const auto answer = far.send(
        render_message_request({}, write_schema(), max_tokens_of(call_kind::write), write_prompt(input)),
        240s);
    BOOST_TEST(answer.status == 200);
}

BOOST_AUTO_TEST_CASE(tells_its_counts_and_refuses_as_the_api_does) {
    simulated far;
    std::thread loop([&] {
        auto work = asio::make_work_guard(far.context);
        far.context.run();
    });
    test::http_client plain(far.port);
    const auto refused = plain.request(
        "POST", "/v1/messages",
        {{"content-type", "application/json"}, {"x-api-key", "k"}, {"anthropic-version", "2023-06-01"}},
        R"({"model": "claude-sonnet-5-5", "max_tokens": 5, "messages": []})");
    const auto stats = plain.get("/stats").json();
    far.context.stop();
    loop.join();
    BOOST_TEST(refused.status == 400);
    BOOST_TEST(refused.json().at("type").as_string() == "error");
    BOOST_TEST(refused.json().at_pointer("/error/type").as_string() == "invalid_request_error");
    BOOST_TEST(refused.json().at("request_id").as_string() == refused.headers.at("request-id"));
    BOOST_TEST(refused.headers.contains("anthropic-ratelimit-requests-remaining"));
    BOOST_TEST(stats.at("calls").as_int64() == 1);
    BOOST_TEST(stats.at_pointer("/statuses/400").as_int64() == 1);
}

BOOST_AUTO_TEST_SUITE_END()
