#include "server/http/json_body.hpp"

#include <boost/test/unit_test.hpp>

#include "server/http/paging.hpp"

using namespace examwright;

namespace {

std::string problem_of(const std::string& text) {
    const auto body = examwright::json_body::parse(text);
    return body ? "none" : body.error().detail;
}

result<page_request> page_of_query(std::vector<std::pair<std::string, std::string>> query) {
    http_request request;
    request.query = std::move(query);
    return read_page(request);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(json_body)

BOOST_AUTO_TEST_CASE(only_an_object_is_a_body) {
    BOOST_TEST(problem_of("{}") == "none");
    BOOST_TEST(problem_of(" {\"a\": [1, {\"b\": null}]} \n") == "none");
    for (const char* text : {"[]", "5", "\"text\"", "null", "true"})
        BOOST_TEST(problem_of(text) == "The request's body must be a JSON object.", text);
    const std::string deep = "{\"a\":" + std::string(1000, '[') + std::string(1000, ']') + "}";
    for (const std::string& text :
         {std::string(), std::string("{"), std::string("{} {}"), std::string("{'a': 1}"),
          std::string("{\"a\": \"\xff\"}"), std::string("{\"a\": \"\\ud800\"}"), deep})
        BOOST_TEST(problem_of(text).starts_with("The request's body is not JSON: "), text);
}

BOOST_AUTO_TEST_CASE(a_byte_order_mark_is_passed_over) {
    BOOST_TEST(problem_of("\xEF\xBB\xBF{}") == "none");
}

BOOST_AUTO_TEST_CASE(a_field_that_nobody_asks_for_is_named) {
    const auto body = examwright::json_body::parse(R"({"a": "x", "target": 3, "id": 1})").value();
    BOOST_TEST(body.text("a").has_value());
    BOOST_TEST(!body.optional_text("b").value());
    BOOST_TEST(body.unknown_field({"id"})->detail == "\"target\" is no field of this call");
    BOOST_TEST(body.optional_integer("target").has_value());
    BOOST_TEST(!body.unknown_field({"id"}));
}

BOOST_AUTO_TEST_CASE(text_is_text) {
    const auto body =
        examwright::json_body::parse(R"({"a": "\u00e9", "n": null, "i": 5, "a2": "", "x": 1})").value();
    BOOST_TEST(body.text("a").value() == "\xC3\xA9");
    BOOST_TEST(body.text("a2").value() == "");
    BOOST_TEST(body.text("n").error().detail == "n is missing");
    BOOST_TEST(body.text("b").error().detail == "b is missing");
    BOOST_TEST(body.text("i").error().detail == "i must be text");
    BOOST_TEST(!body.optional_text("n").value());
    BOOST_TEST(!body.optional_text("b").value());
    BOOST_TEST(body.optional_text("i").error().detail == "i must be text");
    BOOST_TEST(body.optional_text("a").value().value() == "\xC3\xA9");
}

BOOST_AUTO_TEST_CASE(a_number_is_whole) {
    const auto body =
        examwright::json_body::parse(R"({"i": 5, "d": 12.0, "m": -7, "n": null, "h": 1.5, "s": "5",
        "t": "5x", "e": "", "b": true, "huge": 1e300, "over": 18446744073709551615, "exact": 9007199254740993})")
            .value();
    const auto read = [&](const char* name) { return body.optional_integer(name).value().value(); };
    BOOST_TEST(read("i") == 5);
    BOOST_TEST(read("d") == 12);
    BOOST_TEST(read("m") == -7);
    BOOST_TEST(read("s") == 5);
    BOOST_TEST(read("exact") == 9007199254740993);
    BOOST_TEST(!body.optional_integer("n").value());
    BOOST_TEST(!body.optional_integer("none").value());
    for (const char* name : {"h", "t", "e", "b", "huge", "over"})
        BOOST_TEST(body.optional_integer(name).error().detail ==
                   std::string(name) + " must be a whole number");
}

BOOST_AUTO_TEST_CASE(pages_have_limits) {
    const auto plain = page_of_query({}).value();
    BOOST_TEST(plain.limit == 50);
    BOOST_TEST(plain.offset == 0);
    const auto asked = page_of_query({{"limit", "100"}, {"offset", "2147483647"}, {"limit", "5"}}).value();
    BOOST_TEST(asked.limit == 100);
    BOOST_TEST(asked.offset == 2147483647);
    for (const char* limit : {"0", "101", "-1", "", "x", "5x", " 5", "+5", "1.0", "99999999999"})
        BOOST_TEST(page_of_query({{"limit", limit}}).error().detail ==
                   "limit must be a whole number from 1 to 100");
    for (const char* offset : {"-1", "", "2147483648"})
        BOOST_TEST(page_of_query({{"offset", offset}}).error().detail ==
                   "offset must be a whole number from 0 up");
}

BOOST_AUTO_TEST_SUITE_END()
