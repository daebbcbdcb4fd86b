#include "core/claude/loose_json.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

using namespace examwright;
using namespace std::string_literals;
namespace json = boost::json;

BOOST_AUTO_TEST_SUITE(loose_json)

namespace {

std::string found(std::string_view text) {
    std::string all;
    for (const auto& value : find_json_values(text))
        all += json::serialize(value);
    return all;
}

std::string parsed(std::string_view text) {
    const auto value = parse_loose_json(text);
    return value ? json::serialize(*value) : "nothing";
}

}  // namespace

BOOST_AUTO_TEST_CASE(values_are_found_wherever_they_stand) {
    const auto expected = R"({"items":[{"n":1},{"n":2}]})"s;
    BOOST_TEST(found(expected) == expected);
    BOOST_TEST(found("\uFEFF" + expected) == expected);
    BOOST_TEST(found("```json\n" + expected + "\n```\n") == expected);
    BOOST_TEST(found("Here {two} of them:\n```\n" + expected + "\n```\nHave fun!") == expected);
    BOOST_TEST(found("First " + expected + " then [1] and [\"a\"].") == expected + "[1][\"a\"]");
    BOOST_TEST(found("no JSON, {none} [at all], \"x\"") == "");
}

BOOST_AUTO_TEST_CASE(json_as_models_write_it) {
    const std::pair<const char*, const char*> rows[] = {
        {R"({"a": 1, "b": [1, 2,],})", R"({"a":1,"b":[1,2]})"},
        {R"({"a": 1 "b": 2})", R"({"a":1,"b":2})"},
        {"{\"a\": \"x\"\n \"b\": \"y\"}", R"({"a":"x","b":"y"})"},
        {"{\"a\": \"one\ntwo\"}", R"({"a":"one\ntwo"})"},
        {"{\"a\": 1, // why\n /* how */ \"b\": 2}", R"({"a":1,"b":2})"},
        {R"({"a": "She said "yes", and left.", "b": "x"})", R"({"a":"She said \"yes\", and left.","b":"x"})"},
        {R"({"a": "the set {"x"} is", "b": 1})", R"({"a":"the set {\"x\"} is","b":1})"},
        {R"(["He said "no" twice", "b"])", R"(["He said \"no\" twice","b"])"},
        {"{“a”: “x”, “b”: “it’s “fine””}", R"({"a":"x","b":"it’s “fine”"})"},
        {R"({'a': 'it's', 'b': True, 'c': None})", R"({"a":"it's","b":true,"c":null})"},
        {R"({a: "x", b_2: [1]})", R"({"a":"x","b_2":[1]})"},
        {R"({"a": "x\(y\) \alpha \_"})", R"({"a":"x\\(y\\) \\alpha \\_"})"},
        {R"({"a": "caf\u00e9 \ud83d\ude00 \udc00 \u12"})", "{\"a\":\"café 😀 \uFFFD \\\\u12\"}"},
        {R"({"n": 1.50, "m": 7})", R"({"n":"1.50","m":7})"},
    };
    for (const auto& [text, expected] : rows)
        BOOST_TEST(found(text) == expected, text);
}

BOOST_AUTO_TEST_CASE(one_broken_element_costs_itself) {
    BOOST_TEST(found(R"([{"n": 1, "t": "x"}, {"n": 2 "t": x}, {"n": 3, "t": "z"}])") ==
               R"([{"n":1,"t":"x"},null,{"n":3,"t":"z"}])");
    BOOST_TEST(found(R"({"items": [{"n": 1, "o": [{"l": "A"}]}, {"n": 2, "o": [{"l")") ==
               R"({"items":[{"n":1,"o":[{"l":"A"}]},null]})");
    BOOST_TEST(found(R"({"items": [{"n")") == "");
}

BOOST_AUTO_TEST_CASE(hostile_texts_take_linear_time) {
    const auto repeated = [](std::string_view part, std::size_t bytes) {
        std::string text;
        while (text.size() < bytes)
            text += part;
        return text;
    };
    for (const auto* part : {"[", "{", "{\"a\":", "{\"a", "[\"", "[{\"a\":1},", "{\"a\":\"[", "[1,", "\"",
                             "\\", "/*", "[\"a\" ", "{“", "[{\"a\":[{\"a\":", "}{", "[{\"a\": x},"})
        find_json_values(repeated(part, 40'000));  // minutes, were it quadratic
}

BOOST_AUTO_TEST_CASE(bad_characters_are_replaced) {
    BOOST_TEST(parsed("[\"a\xC3\"]") == "[\"a\uFFFD\"]");
    BOOST_TEST(parsed(R"(["a\ud83db"])") == "[\"a\uFFFDb\"]");
    BOOST_TEST(parsed(R"(["a\uDE00"])") == "[\"a\uFFFD\"]");
    BOOST_TEST(parsed(R"(["\ud83d\ud83d\ude00"])") == "[\"\uFFFD\U0001F600\"]");
    BOOST_TEST(parsed(R"(["\\ud83d"])") == R"(["\\ud83d"])");
    BOOST_TEST(parsed(R"(["\u00e9"])") == "[\"\u00e9\"]");
}

BOOST_AUTO_TEST_CASE(what_is_no_json_even_so) {
    for (const auto* text : {"", "\uFEFF", "[", R"(["\u12"])", R"(["\ud83d)", "\\", "<html>"})
        BOOST_TEST(parsed(text) == "nothing", text);
}

BOOST_AUTO_TEST_SUITE_END()
