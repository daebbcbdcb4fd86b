#include "core/claude/loose_json.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

using namespace examwright;
using namespace std::string_literals;
namespace json = boost::json;

BOOST_AUTO_TEST_SUITE(loose_json)

namespace {

std::string found(std::string_view text) {
    const auto array = find_json_array(text, "items", "n");
    return array ? json::serialize(*array) : "nothing";
}

std::string parsed(std::string_view text) {
    const auto value = parse_loose_json(text);
    return value ? json::serialize(*value) : "nothing";
}

}  // namespace

BOOST_AUTO_TEST_CASE(an_array_is_found_wherever_it_stands) {
    const auto expected = R"([{"n":1},{"n":2}])"s;
    BOOST_TEST(found(R"({"items": [{"n":1},{"n":2}]})") == expected);
    BOOST_TEST(found(R"([{"n":1},{"n":2}])") == expected);
    BOOST_TEST(found("\uFEFF{\"items\": [{\"n\":1},{\"n\":2}]}") == expected);
    BOOST_TEST(found("```json\n[{\"n\":1},{\"n\":2}]\n```\n") == expected);
    BOOST_TEST(found("Here [as asked] are {two}, see [1]:\n```\n{\"items\": [{\"n\":1},{\"n\":2}]}\n```\n"
                     "Have fun [sic]!") == expected);
    BOOST_TEST(found(R"({"note": "x", "items": []})") == "[]");
}

BOOST_AUTO_TEST_CASE(what_holds_no_array) {
    for (const auto* text : {"", "{", "[", "no JSON", "[1, 2]", "{}", R"({"items": 5})", "[]", R"([{"m":1}])",
                             R"({"items": [{"n":1},{"n")", R"({"items": [{"n":1} {"n":2}]})"})
        BOOST_TEST(found(text) == "nothing", text);
}

BOOST_AUTO_TEST_CASE(a_broken_list_is_not_taken_for_one_inside_it) {
    BOOST_TEST(found(R"({"items": [{"n":1, "options": [{"label":"A"},{"label":"B"}]}, {"n":2)") == "nothing");
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
