#include "db/json_columns.hpp"

#include <boost/test/unit_test.hpp>

using namespace examwright;

namespace {

std::string joined(const std::vector<std::string>& options) {
    std::string text;
    for (const auto& option : options)
        text += option + "|";
    return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(json_columns)

BOOST_AUTO_TEST_CASE(options_are_an_object_in_the_order_of_the_letters) {
    BOOST_TEST(options_to_json({"w", "x", "\"y\"", "z"}) == R"({"A":"w","B":"x","C":"\"y\"","D":"z"})");
}

BOOST_AUTO_TEST_CASE(options_are_read_from_what_old_rows_hold) {
    struct {
        const char* json;
        const char* options;
    } const cases[] = {
        {R"({"D": "z", "C": "y", "B": "x", "A": "w"})", "w|x|y|z|"},
        {R"({"A": "v", "B": "w", "C": "x", "D": "y", "E": "z"})", "v|w|x|y|z|"},
        {R"([{"label": "B", "text": "x"}, {"label": "A", "text": "w"}])", "w|x|"},
        {R"([{"label": "E", "text": "z"}])", "||||z|"},
        {R"({"A": 7, "B": null, "C": "y", "F": "no", "AA": "no"})", "7||y|||no|"},
        {R"({"A": -0.5, "b": true, "C": [1], "D": 10, "E": null})", "-0.5|true||10|"},
        {R"([{"label": "a", "text": 3}, {"label": "E", "text": ""}])", "3||"},
        {R"([1, "x", {"label": 3}, {"label": "A"}, null])", "||"},
        {"null", "||"},
        {"", "||"},
        {R"({"A": "w")", "||"},
    };
    for (const auto& [json, options] : cases)
        BOOST_TEST(joined(options_from_json(json)) == options, json);
}

BOOST_AUTO_TEST_CASE(dropped_counts_come_back) {
    const auto read = dropped_from_json(dropped_to_json({{"a \"b\"", 2}, {"c", 1}}));
    BOOST_REQUIRE(read.size() == 2u);
    BOOST_TEST(read[0].reason == "a \"b\"");
    BOOST_TEST(read[0].count == 2);
    for (const char* json : {"", "null", "[", "{}", R"([1, {"reason": "x"}, {"count": "1"}])"})
        BOOST_TEST(dropped_from_json(json).empty(), json);
}

BOOST_AUTO_TEST_CASE(the_metadata_are_those_of_the_old_service) {
    BOOST_TEST(metadata_to_json({12, difficulty::easy, "", "", ""}) ==
               R"({"num_questions":12,"difficulty":"EASY","stale_timeout_sec":1200})");
    BOOST_TEST(
        (metadata_from_json(metadata_to_json({12, difficulty::easy, "", "", ""})).level == difficulty::easy));
    for (const char* json : {"", "null", "{", R"({"difficulty": 3})", R"({"difficulty": "EXTREME"})"})
        BOOST_TEST((metadata_from_json(json).level == difficulty::medium), json);
}

BOOST_AUTO_TEST_SUITE_END()
