#include "core/text/normalize.hpp"

#include <boost/test/unit_test.hpp>
#include <utility>

using examwright::normalized;

BOOST_AUTO_TEST_SUITE(normalize)

BOOST_AUTO_TEST_CASE(case_blanks_and_punctuation_are_evened_out) {
    BOOST_TEST(normalized("  The  Cell.\n") == normalized("the cell"));
    BOOST_TEST(normalized("“Cell” — wall!") == normalized("cell - wall"));
    BOOST_TEST(normalized("don’t") == normalized("don't"));
    BOOST_TEST(normalized("STRASSE") == normalized("straße"));
    BOOST_TEST(normalized("¿Qué es?") == normalized("qué es"));
    BOOST_TEST(normalized("光合作用。") == normalized("光合作用"));
    BOOST_TEST(normalized("1,500") == normalized("1500"));
    BOOST_TEST(normalized("a ____ b") == normalized("A __ b"));
    BOOST_TEST(normalized("...").empty());
}

BOOST_AUTO_TEST_CASE(what_carries_meaning_stays) {
    const std::pair<const char*, const char*> different[] = {
        {"1.5", "15"}, {"-5", "5"},        {"−5 °C", "5 °C"}, {"C#", "C"},          {"C++", "C"},
        {"50%", "50"}, {"a < b", "a > b"}, {"x_1", "x 1"},    {"(0, 1)", "[0, 1]"}, {"3:2", "32"},
        {"कल", "काल"}, {"1/2", "1 2"},     {"1-2", "12"},     {"résumé", "resume"}, {"+", "-"},
    };
    for (const auto& [left, right] : different)
        BOOST_TEST(normalized(left) != normalized(right), left << " is like " << right);
}

BOOST_AUTO_TEST_SUITE_END()
