// A whole job against a server that answers every call in one unhappy way: how often it is called, and what
// the owner of the test is told.
#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include "test/support/certificates.hpp"
#include "test/support/scripted_job.hpp"

using namespace examwright;
using namespace examwright::test;
using namespace std::chrono_literals;
namespace json = boost::json;
using boost::asio::awaitable;

BOOST_AUTO_TEST_SUITE(unhappy_answers)

namespace {

std::string http(const std::string& status, const std::string& fields, const std::string& body) {
    return "HTTP/1.1 " + status + "\r\n" + fields + "Content-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + body;
}

std::string error(int status, const std::string& fields, const char* code = nullptr) {
    json::object about{
        {"type", "some_error"}, {"message", "the server's own words"}, {"trace", "a secret of the body"}};
    if (code)
        about["details"] = json::object{{"error_code", code}};
    return http(std::to_string(status) + " Error", fields,
                json::serialize(json::object{{"type", "error"}, {"error", about}}));
}

std::string message(const char* stop_reason, const std::string& text) {
    const json::object reply{{"type", "message"},
                             {"content", json::array{json::object{{"type", "text"}, {"text", text}}}},
                             {"stop_reason", stop_reason},
                             {"usage", json::object{{"input_tokens", 100}, {"output_tokens", 10}}}};
    return http("200 OK", "", json::serialize(reply));
}

using fixture = scripted_job;

void check_reason(const generated_test_record& test, const std::string& part) {
    const auto reason = test.failure_reason.value_or("");
    BOOST_TEST(reason.find(part) != std::string::npos, reason);
}

}  // namespace

BOOST_AUTO_TEST_CASE(each_status) {
    struct row {
        int status;
        int attempts;
        const char* part;
    };
    const row rows[] = {
        {400, 1, "EXAMWRIGHT_MODEL"},
        {401, 1, "ANTHROPIC_API_KEY"},
        {402, 1, "billing"},
        {403, 1, "may not use this model"},
        {404, 1, "does not know this model"},
        {413, 1, "Use a shorter document"},
        {408, 4, "408"},
        {409, 4, "409"},
        {429, 4, "too many requests"},
        {500, 4, "500"},
        {502, 4, "502"},
        {504, 4, "504"},
        {529, 4, "overloaded"},
    };
    for (const auto& [status, attempts, part] : rows) {
        BOOST_TEST_CONTEXT(status) {
            fixture fresh;
            check_reason(fresh.run_against(error(status, "retry-after-ms: 1\r\n")), part);
            BOOST_TEST(fresh.requests == attempts);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_spend_limit_ends_the_job_at_the_first_call) {
    for (const auto* code : {"enforced_spend_limit_reached", "contract_spend_limit_reached"}) {
        fixture fresh;
        check_reason(fresh.run_against(error(429, "", code)), "spend limit");
        BOOST_TEST(fresh.requests == 1);
    }
}

BOOST_AUTO_TEST_CASE(the_server_s_word_on_trying_again_counts) {
    struct row {
        int status;
        const char* fields;
        int attempts;
    };
    const row rows[] = {
        {400, "x-should-retry: true\r\nretry-after-ms: 1\r\n", 4},
        {529, "x-should-retry: false\r\nretry-after-ms: 1\r\n", 1},
        {429, "x-should-retry: false\r\n", 1},
        {429, "retry-after-ms: 1\r\nretry-after: 3000\r\n", 4},
        {429, "retry-after: 0\r\n", 4},
        {503, "retry-after: Mon, 23 Nov 2020 21:05:00 GMT\r\n", 4},
        {503, "retry-after: Fri, 23 Nov 2096 21:05:00 GMT\r\n", 1},
        {503, "retry-after: 301\r\n", 1},
    };
    for (const auto& [status, fields, attempts] : rows) {
        BOOST_TEST_CONTEXT(status << " " << fields) {
            fixture fresh;
            fresh.run_against(error(status, fields));
            BOOST_TEST(fresh.requests == attempts);
        }
    }
}

BOOST_AUTO_TEST_CASE(what_is_no_usable_reply) {
    const std::pair<std::string, const char*> rows[] = {
        {http("200 OK", "Content-Type: text/html\r\n", "<html>Sign in</html>"),
         "something else than a reply"},
        {message("end_turn", "I would rather not."), "not in the form"},
        {message("end_turn", R"({"mcqs": [{"question": "Wh)"), "not in the form"},
        {message("tool_use", "x"), "not in the form"},
        {"SSH-2.0-OpenSSH_9.2\r\n\r\n", "broke off"},
    };
    for (const auto& [bytes, part] : rows) {
        BOOST_TEST_CONTEXT(bytes) {
            fixture fresh;
            fresh.leave_no_time();
            check_reason(fresh.run_against(bytes), part);
            BOOST_TEST(fresh.requests == 1);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_connection_that_breaks) {
    for (const auto* bytes : {"", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\":"}) {
        fixture fresh;
        fresh.leave_no_time();
        check_reason(fresh.run_against_end(bytes), "broke off");
        BOOST_TEST(fresh.requests == 1);
    }
}

BOOST_FIXTURE_TEST_CASE(what_was_paid_for_before_the_end_is_counted, fixture) {
    auto answer = [this](scripted_peer& peer) -> awaitable<void> {
        for (;;) {
            co_await peer.request();
            const auto bytes = ++requests == 1 ? message("end_turn", "I would rather not.") : error(401, "");
            co_await peer.send(bytes);
        }
    };
    scripted_server server(context, {20, answer});
    const auto test = run_job(way_to(server));
    check_reason(test, "ANTHROPIC_API_KEY");
    BOOST_TEST(requests == 2);
    BOOST_TEST(test.input_tokens.value_or(0) == 100);
    BOOST_TEST(test.output_tokens.value_or(0) == 10);
}

BOOST_FIXTURE_TEST_CASE(a_redirect_is_not_followed, fixture) {
    scripted_server other(context, {});
    const auto location = "Location: http://127.0.0.1:" + std::to_string(other.port()) + "/v1/messages\r\n";
    check_reason(run_against(http("307 Temporary Redirect", location, "")), "redirect");
    BOOST_TEST(requests == 1);
    BOOST_TEST(other.accepted() == 0u);
}

BOOST_FIXTURE_TEST_CASE(an_answer_of_100_megabytes_is_cut_off_early, fixture) {
    leave_no_time();
    std::size_t sent = 0;
    auto flood = [&](scripted_peer& peer) -> awaitable<void> {
        co_await peer.request();
        co_await peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        const auto chunk = "10000\r\n" + std::string(0x10000, ' ') + "\r\n";
        for (; sent < 100'000'000; sent += chunk.size())
            co_await peer.send(chunk);
    };
    scripted_server server(context, {flood});
    run_job(way_to(server));
    BOOST_TEST(sent < 20'000'000u);  // its limit, and what the system's buffers hold
}

BOOST_FIXTURE_TEST_CASE(a_server_that_hangs_is_asked_once_more, fixture) {
    settings.call_limit = 200ms;
    auto hang = [this](scripted_peer& peer) -> awaitable<void> {
        co_await peer.request();
        ++requests;
        co_await peer.until_closed();
    };
    scripted_server server(context, {10, hang});
    check_reason(run_job(way_to(server)), "did not answer in time");
    BOOST_TEST(requests == 2);
}

// Ten times: the call's own limit, which is what is left of the job's time, may be over a moment sooner.
BOOST_AUTO_TEST_CASE(the_deadline_of_the_job_stops_its_calls) {
    for (int i = 0; i < 10; ++i) {
        fixture fresh;
        fresh.settings.budget = 40ms;
        auto hang = [](scripted_peer& peer) -> awaitable<void> {
            co_await peer.request();
            co_await peer.until_closed();
        };
        scripted_server server(fresh.context, {10, hang});
        check_reason(fresh.run_job(fresh.way_to(server)), "within the time that a test may take");
        BOOST_TEST(server.accepted() == 1u);
    }
}

BOOST_AUTO_TEST_CASE(a_server_out_of_reach) {
    // Port 1, where nobody listens, and a name too long for any name server.
    for (const auto& url :
         {std::string("http://127.0.0.1:1"), "https://" + std::string(64, 'x') + ".invalid"}) {
        fixture fresh;
        fresh.leave_no_time();
        claude_settings way;
        way.base_url = url;
        check_reason(fresh.run_job(way), "could not be reached");
    }
}

BOOST_FIXTURE_TEST_CASE(a_server_that_is_not_trusted, fixture) {
    leave_no_time();
    certificate_authority authority;
    auto tls = authority.server_context("DNS:localhost");
    auto never = [this](scripted_peer& peer) -> awaitable<void> {
        co_await peer.request();
        ++requests;
    };
    scripted_server server(context, {never}, &tls);
    auto way = way_to(server);
    way.base_url = "https://localhost:" + std::to_string(server.port());
    check_reason(run_job(way), "EXAMWRIGHT_CA_FILE");
    BOOST_TEST(requests == 0);
}

BOOST_FIXTURE_TEST_CASE(a_refusal_is_not_repeated, fixture) {
    check_reason(run_against(message("refusal", "")), "refused to work");
    BOOST_TEST(requests == 1);
}

BOOST_FIXTURE_TEST_CASE(a_reply_that_is_always_cut_off_is_halved_down_to_one_question, fixture) {
    const auto test = run_against(message("max_tokens", R"({"mcqs": [{)"), 1);
    check_reason(test, "cut off");
    BOOST_TEST(requests == 8);
    BOOST_TEST(test.output_tokens.value_or(0) == 10 * requests);  // paid for all the same
}

BOOST_AUTO_TEST_SUITE_END()
