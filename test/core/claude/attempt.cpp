// read_attempt
#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include "core/claude/attempt.hpp"

using namespace examwright;
using namespace std::chrono_literals;
using namespace std::string_literals;
namespace json = boost::json;

namespace examwright {
std::ostream& operator<<(std::ostream& out, verdict what) {
    static constexpr const char* names[] = {"answered",  "refused", "truncated", "try_again",
                                            "timed_out", "give_up", "fatal"};
    return out << names[static_cast<int>(what)];
}
}  // namespace examwright

BOOST_AUTO_TEST_SUITE(attempt)

namespace {

http_answer answer_of(int status, std::string body) {
    http_answer answer;
    answer.status = status;
    answer.body = std::move(body);
    return answer;
}

std::string error_body(const char* type, const char* code = nullptr) {
    json::object error{{"type", type}, {"message", "a secret of the body"}};
    if (code)
        error["details"] = json::object{{"error_code", code}};
    return json::serialize(json::object{{"type", "error"}, {"error", error}, {"request_id", "req_1"}});
}

json::object reply_of(const char* stop_reason, json::array content) {
    return {{"id", "msg_1"},
            {"type", "message"},
            {"role", "assistant"},
            {"content", std::move(content)},
            {"stop_reason", stop_reason},
            {"usage", json::object{{"input_tokens", 5}, {"output_tokens", 7}}}};
}

json::object text_block(const char* text) {
    return {{"type", "text"}, {"text", text}};
}

attempt_reading read_reply(const json::object& reply) {
    return read_attempt(answer_of(200, json::serialize(reply)));
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_row_of_the_table_of_errors) {
    struct row {
        int status;
        const char* type;
        verdict expected;
        const char* sentence;  // a part of it
    };
    const row rows[] = {
        {400, "invalid_request_error", verdict::give_up, "EXAMWRIGHT_MODEL"},
        {401, "authentication_error", verdict::fatal, "Set a valid ANTHROPIC_API_KEY"},
        {402, "billing_error", verdict::fatal, "billing"},
        {403, "permission_error", verdict::fatal, "another EXAMWRIGHT_MODEL"},
        {404, "not_found_error", verdict::fatal, "Check EXAMWRIGHT_MODEL"},
        {408, "timeout_error", verdict::try_again, "408"},
        {409, "conflict_error", verdict::try_again, "409"},
        {413, "request_too_large", verdict::give_up, "too large"},
        {418, "anything", verdict::give_up, "418"},
        {429, "rate_limit_error", verdict::try_again, "too many requests"},
        {500, "api_error", verdict::try_again, "500"},
        {502, "anything", verdict::try_again, "502"},
        {504, "timeout_error", verdict::try_again, "504"},
        {529, "overloaded_error", verdict::try_again, "overloaded"},
        {301, "anything", verdict::fatal, "Check ANTHROPIC_BASE_URL"},
        {204, "anything", verdict::try_again, "something else"},
    };
    for (const auto& [status, type, expected, sentence] : rows) {
        for (const auto& body : {error_body(type), "<html>Bad</html>"s, ""s, "{\"error\":"s}) {
            const auto reading = read_attempt(answer_of(status, body));
            BOOST_TEST(reading.what == expected, "HTTP " << status << ": " << reading.what);
            BOOST_TEST(reading.sentence.find(sentence) != std::string::npos, reading.sentence);
            BOOST_TEST(reading.sentence.find("html") == std::string::npos);
            BOOST_TEST(reading.text.empty());
        }
    }
}

BOOST_AUTO_TEST_CASE(the_servers_own_words_are_quoted_where_they_are_about_the_request) {
    const auto read = [](int status, const std::string& message) {
        const json::object error{{"type", "invalid_request_error"}, {"message", message}};
        return read_attempt(answer_of(status, json::serialize(json::object{{"error", error}})));
    };
    const auto refused = read(400, "output_config: Extra inputs\n are not permitted");
    BOOST_TEST(refused.server_words == "output_config: Extra inputs are not permitted");
    BOOST_TEST(
        refused.sentence.ends_with("The server says: \"output_config: Extra inputs are not permitted\""));
    for (const int passing : {401, 429, 529}) {
        BOOST_TEST(read(passing, "no room").server_words == "no room");
        BOOST_TEST(read(passing, "no room").sentence.find("no room") == std::string::npos);
    }
    BOOST_TEST(read(400, "key sk-ant-api03-abc is bad").server_words == "key ... is bad");
    BOOST_TEST(read(400, "x" + std::string(100, 'k')).server_words == "...");
    std::string wordy;
    for (int i = 0; i < 100; ++i)
        wordy += "words ";
    BOOST_TEST(read(400, wordy).server_words.size() < 210u);
    BOOST_TEST(read_attempt(answer_of(400, R"({"message": "plain"})")).server_words == "plain");
    BOOST_TEST(read_attempt(answer_of(400, R"({"error": "plainer"})")).server_words == "plainer");
}

BOOST_AUTO_TEST_CASE(the_words_of_other_servers) {
    const std::pair<const char*, const char*> rows[] = {
        {R"({"detail": "no such model"})", "no such model"},
        {R"({"detail": [{"loc": ["body"], "msg": "field required"}, {"msg": "too long"}]})",
         "field required; too long"},
        {R"({"error": "no such model"})", "no such model"},
        {R"("no such model")", "no such model"},
        {R"({"errors": ["no such model"]})", "no such model"},
        {R"({"detail": {"message": "no such model"}})", "no such model"},
    };
    for (const auto& [body, words] : rows)
        for (const int status : {422, 500}) {
            const auto reading = read_attempt(answer_of(status, body));
            BOOST_TEST(reading.server_words == words);
            BOOST_TEST(reading.sentence.ends_with("The server says: \""s + words + "\""), reading.sentence);
        }
}

BOOST_AUTO_TEST_CASE(an_error_that_comes_as_a_success_is_an_error) {
    const auto late = [](const char* type) { return read_attempt(answer_of(200, error_body(type))); };
    BOOST_TEST(late("overloaded_error").what == verdict::try_again);
    BOOST_TEST(late("authentication_error").what == verdict::fatal);
    BOOST_TEST(late("api_error").what == verdict::try_again);
    const auto bad = late("invalid_request_error");
    BOOST_TEST(bad.what == verdict::give_up);
    BOOST_TEST(bad.sentence.find("a secret of the body") != std::string::npos);
    BOOST_TEST(read_attempt(answer_of(200, R"({"error": {"code": 404, "message": "no model"}})")).what ==
               verdict::fatal);
    auto reply = reply_of("end_turn", {text_block("x")});
    reply["error"] = nullptr;
    BOOST_TEST(read_reply(reply).what == verdict::answered);
}

BOOST_AUTO_TEST_CASE(a_whole_reply_at_the_limit_of_tokens_is_used) {
    for (const auto* reason : {"max_tokens", "length"}) {
        for (const auto* text : {R"({"mcqs": [{"question": "Q?"}]})", "```json\n[{\"a\": 1}]\n```",
                                 R"(Here: {"mcqs": [{"question": "$\frac{1}{2}$",}]})"})
            BOOST_TEST(read_reply(reply_of(reason, {text_block(text)})).what == verdict::answered, text);
        for (const auto* text :
             {R"({"mcqs": [{"question": "Q?"})", R"([1] {"mcqs": [{"question": "Q?"}, )", R"({"a": 1} and)",
              "```json\n", R"({"mcqs": [{"question": "Q?", "options": {"A": "x"})"})
            BOOST_TEST(read_reply(reply_of(reason, {text_block(text)})).what == verdict::truncated, text);
    }
}

BOOST_AUTO_TEST_CASE(a_spend_limit_is_for_the_owner_to_raise) {
    for (const auto* code : {"enforced_spend_limit_reached", "contract_spend_limit_reached"}) {
        auto answer = answer_of(429, error_body("rate_limit_error", code));
        const auto reading = read_attempt(answer);
        BOOST_TEST(reading.what == verdict::fatal);
        BOOST_TEST(reading.sentence.find("spend limit") != std::string::npos);
        answer.should_retry = true;
        BOOST_TEST(read_attempt(answer).what == verdict::fatal);
        BOOST_TEST(read_attempt(answer_of(400, error_body("invalid_request_error", code))).what ==
                   verdict::fatal);
    }
    BOOST_TEST(read_attempt(answer_of(429, error_body("rate_limit_error", "other"))).what ==
               verdict::try_again);
}

BOOST_AUTO_TEST_CASE(the_server_may_say_whether_to_try_again) {
    struct row {
        int status;
        bool should_retry;
        verdict expected;
    };
    const row rows[] = {
        {400, true, verdict::try_again}, {401, true, verdict::try_again}, {429, false, verdict::give_up},
        {529, false, verdict::give_up},  {401, false, verdict::fatal},    {413, false, verdict::give_up},
    };
    for (const auto& [status, should_retry, expected] : rows) {
        auto answer = answer_of(status, error_body("anything"));
        answer.should_retry = should_retry;
        BOOST_TEST(read_attempt(answer).what == expected, "HTTP " << status);
    }
}

BOOST_AUTO_TEST_CASE(the_wait_asked_for_is_passed_on) {
    auto answer = answer_of(429, error_body("rate_limit_error"));
    answer.retry_after = 1500ms;
    BOOST_TEST((read_attempt(answer).retry_after == 1500ms));
}

BOOST_AUTO_TEST_CASE(without_an_answer) {
    using transport = http_answer::transport;
    const std::pair<transport, verdict> rows[] = {
        {transport::connect_failed, verdict::try_again}, {transport::proxy_failed, verdict::try_again},
        {transport::untrusted, verdict::try_again},      {transport::reset, verdict::try_again},
        {transport::too_large, verdict::try_again},      {transport::timed_out, verdict::timed_out},
    };
    for (const auto& [outcome, expected] : rows) {
        http_answer answer;
        answer.outcome = outcome;
        const auto reading = read_attempt(answer);
        BOOST_TEST(reading.what == expected);
        BOOST_TEST(!reading.sentence.empty());
    }
}

BOOST_AUTO_TEST_CASE(what_a_proxy_answered_decides) {
    const std::pair<int, verdict> rows[] = {
        {302, verdict::fatal}, {403, verdict::fatal},     {407, verdict::fatal},
        {404, verdict::fatal}, {502, verdict::try_again}, {504, verdict::try_again},
    };
    for (const auto& [status, expected] : rows) {
        http_answer answer;
        answer.outcome = http_answer::transport::proxy_failed;
        answer.status = status;
        const auto reading = read_attempt(answer);
        BOOST_TEST(reading.what == expected, status);
        BOOST_TEST(reading.sentence.find("proxy") != std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(the_text_blocks_are_joined_and_thinking_is_left_out) {
    const json::object thinking{{"type", "thinking"}, {"thinking", "hm"}, {"text", "not this"}};
    const auto reading =
        read_reply(reply_of("end_turn", {thinking, text_block("{\"a\""), text_block(":1}")}));
    BOOST_TEST(reading.what == verdict::answered);
    BOOST_TEST(reading.text == "{\"a\":1}");
    BOOST_TEST(reading.sentence.empty());
    BOOST_TEST(reading.usage.input == 5);
    BOOST_TEST(reading.usage.output == 7);
}

BOOST_AUTO_TEST_CASE(each_stop_reason) {
    const std::pair<const char*, verdict> rows[] = {
        {"end_turn", verdict::answered},      {"refusal", verdict::refused},
        {"max_tokens", verdict::truncated},   {"model_context_window_exceeded", verdict::give_up},
        {"pause_turn", verdict::try_again},   {"tool_use", verdict::answered},
        {"stop_sequence", verdict::answered}, {"one of the future", verdict::answered},
        {"stop", verdict::answered},          {"length", verdict::truncated},
        {"content_filter", verdict::refused},
    };
    for (const auto& [reason, expected] : rows) {
        const auto reading = read_reply(reply_of(reason, {text_block("x")}));
        BOOST_TEST(reading.what == expected, reason);
        BOOST_TEST(reading.sentence.empty() == (expected == verdict::answered));
        BOOST_TEST(reading.usage.output == 7);  // billed whatever the reason
    }
}

BOOST_AUTO_TEST_CASE(envelopes_of_local_servers_and_gateways) {
    const char* bodies[] = {
        R"({"content": [{"type": "text", "text": "{\"a\":1}"}], "stop_reason": null})",
        R"({"content": [{"type": "text", "text": "{\"a\":1}"}]})",
        R"({"content": "{\"a\":1}", "stop_reason": "end_turn"})",
        R"({"content": [{"text": "{\"a\""}, {"text": ":1}"}], "stop_reason": "stop"})",
        R"({"content": ["{\"a\":1}"]})",
        R"({"content": {"type": "text", "text": "{\"a\":1}"}})",
        R"({"content": [{"type": "tool_use", "name": "t", "input": {"a": 1}}], "stop_reason": "tool_use"})",
    };
    for (const auto* body : bodies)
        for (const int status : {200, 201}) {
            const auto reading = read_attempt(answer_of(status, body));
            BOOST_TEST(reading.what == verdict::answered, body);
            BOOST_TEST(reading.text == "{\"a\":1}", body);
        }
}

BOOST_AUTO_TEST_CASE(only_a_request_that_was_sent_may_have_cost_something) {
    using transport = http_answer::transport;
    using delivery = attempt_reading::delivery;
    const std::pair<transport, delivery> rows[] = {
        {transport::connect_failed, delivery::not_sent}, {transport::proxy_failed, delivery::not_sent},
        {transport::untrusted, delivery::not_sent},      {transport::reset, delivery::unknown},
        {transport::too_large, delivery::unknown},       {transport::timed_out, delivery::unknown},
    };
    for (const auto& [outcome, expected] : rows) {
        http_answer answer;
        answer.outcome = outcome;
        BOOST_TEST((read_attempt(answer).reached == expected));
    }
    BOOST_TEST((read_attempt(answer_of(500, "")).reached == delivery::answered));
}

BOOST_AUTO_TEST_CASE(usage_may_be_null_absent_or_absurd) {
    const auto usage_of = [](json::value usage) {
        auto reply = reply_of("end_turn", {text_block("x")});
        reply["usage"] = std::move(usage);
        return read_reply(reply).usage;
    };
    const auto all = usage_of({{"input_tokens", 10},
                               {"cache_creation_input_tokens", 200},
                               {"cache_read_input_tokens", 3000},
                               {"output_tokens", 4}});
    BOOST_TEST(all.input == 3210);
    BOOST_TEST(all.cache_write == 200);
    BOOST_TEST(all.cache_read == 3000);
    BOOST_TEST(all.output == 4);
    const auto some = usage_of({{"input_tokens", 10}, {"cache_creation_input_tokens", nullptr}});
    BOOST_TEST(some.input == 10);
    BOOST_TEST(some.output == 0);
    BOOST_TEST(usage_of(nullptr).input == 0);
    BOOST_TEST(usage_of("many").input == 0);
    const auto most = std::numeric_limits<std::int64_t>::max();
    const auto absurd = usage_of({{"input_tokens", most},
                                  {"cache_creation_input_tokens", most},
                                  {"cache_read_input_tokens", most},
                                  {"output_tokens", -5}});
    BOOST_TEST(absurd.input > 0);
    BOOST_TEST(absurd.output == 0);
}

BOOST_AUTO_TEST_CASE(what_is_no_reply_is_tried_again) {
    const std::string whole = json::serialize(reply_of("end_turn", {text_block("x")}));
    const std::string bodies[] = {
        "",
        "<html><body>Welcome</body></html>",
        whole.substr(0, whole.size() / 2),
        "[]",
        "null",
        "{}",
        R"({"content": [null, 3, {"type": "text"}, {"type": "text", "text": 5}], "stop_reason": "end_turn"})",
        json::serialize(reply_of("end_turn", {})),
        json::serialize(reply_of("end_turn", {text_block("")})),
        std::string(100, '[') + std::string(100, ']'),
    };
    for (const auto& body : bodies) {
        const auto reading = read_attempt(answer_of(200, body));
        BOOST_TEST(reading.what == verdict::try_again, body);
        BOOST_TEST(!reading.sentence.empty());
    }
}

BOOST_AUTO_TEST_CASE(one_bad_character_does_not_cost_the_reply) {
    const auto text_of = [](const std::string& text) {
        const auto reading = read_attempt(answer_of(
            200, R"({"content":[{"type":"text","text":")" + text + R"("}],"stop_reason":"end_turn"})"));
        BOOST_TEST(reading.what == verdict::answered, text);
        return reading.text;
    };
    BOOST_TEST(text_of("a\xFFz") == "a\uFFFDz");
    BOOST_TEST(text_of("a\\ud83dz") == "a\uFFFDz");
    const auto marked = "\xEF\xBB\xBF" + json::serialize(reply_of("end_turn", {text_block("x")}));
    BOOST_TEST(read_attempt(answer_of(200, marked)).what == verdict::answered);
}

BOOST_AUTO_TEST_SUITE_END()
