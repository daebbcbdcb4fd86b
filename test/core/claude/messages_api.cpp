#include "core/claude/messages_api.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

using namespace examwright;
using namespace std::chrono_literals;
namespace json = boost::json;

BOOST_AUTO_TEST_SUITE(messages_api)

namespace {

json::object some_request() {
    const prompt asked{"the system text", "the user's \"text\"\n\u00e9"};
    const json::object schema{{"type", "object"}};
    return json::parse(render_message_request({"some-model", "medium"}, schema, 9000, asked)).as_object();
}

const auto now = std::chrono::system_clock::from_time_t(1'795'467'900);  // Mon, 23 Nov 2026 21:05:00 GMT

}  // namespace

BOOST_AUTO_TEST_CASE(a_request_holds_what_the_api_takes_and_nothing_else) {
    const auto request = some_request();
    BOOST_TEST(request.size() == 5u);
    BOOST_TEST(request.at("model").as_string() == "some-model");
    BOOST_TEST(request.at("max_tokens").as_int64() == 9000);
    BOOST_TEST(request.at("system").as_string() == "the system text");
    const auto& messages = request.at("messages").as_array();
    BOOST_TEST_REQUIRE(messages.size() == 1u);
    BOOST_TEST(messages[0].at("role").as_string() == "user");
    BOOST_TEST(messages[0].at("content").as_string() == "the user's \"text\"\n\u00e9");
    const auto& output = request.at("output_config").as_object();
    BOOST_TEST(output.at("effort").as_string() == "medium");
    BOOST_TEST(output.at("format").at("type").as_string() == "json_schema");
    BOOST_TEST((output.at("format").at("schema") == json::object{{"type", "object"}}));
}

BOOST_AUTO_TEST_CASE(the_wait_that_a_server_asks_for) {
    struct row {
        const char* milliseconds;
        const char* seconds;
        std::optional<std::chrono::milliseconds> expected;
    };
    const row rows[] = {
        {"", "", std::nullopt},
        {"", "3", 3s},
        {"", " 0.25 ", 250ms},
        {"1500", "9", 1500ms},
        {"soon", "9", 9s},
        {"", "-5", 0ms},
        {"", "Mon, 23 Nov 2026 21:05:30 GMT", 30s},
        {"", "Mon, 23 Nov 2026 21:04:30 GMT", 0ms},
        {"", "Wed, 23 Nov 2426 21:05:00 GMT", 168h},
        {"", "Sun, 23 Nov 9999 21:05:00 GMT", 168h},
        {"", "tomorrow", std::nullopt},
        {"", "nan", std::nullopt},
        {"", "inf", std::nullopt},
    };
    for (const auto& [milliseconds, seconds, expected] : rows)
        BOOST_TEST((parse_retry_after(milliseconds, seconds, now) == expected),
                   "'" << milliseconds << "' '" << seconds << "'");
    BOOST_TEST(parse_retry_after("", "1e300", now).value().count() > 0);
}

BOOST_AUTO_TEST_CASE(usage_adds_up) {
    token_usage sum{1, 2, 3, 4};
    sum += {10, 20, 30, 40};
    BOOST_TEST(sum.input == 11);
    BOOST_TEST(sum.output == 22);
    BOOST_TEST(sum.cache_write == 33);
    BOOST_TEST(sum.cache_read == 44);
}

BOOST_AUTO_TEST_SUITE_END()
