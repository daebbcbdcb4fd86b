#include "core/exports/template_text.hpp"

#include <boost/test/unit_test.hpp>
#include <stdexcept>

BOOST_AUTO_TEST_SUITE(template_text)

BOOST_AUTO_TEST_CASE(names_give_way_to_values_once) {
    BOOST_TEST(examwright::expand_template("<{a}|{b}|{a}>", {{"a", "{b}"}, {"b", "2"}}) == "<{b}|2|{b}>");
    BOOST_TEST(examwright::expand_template("no name", {}) == "no name");
    BOOST_TEST(examwright::expand_template("", {{"a", "1"}}) == "");
}

BOOST_AUTO_TEST_CASE(a_name_without_a_value_is_a_mistake) {
    BOOST_CHECK_THROW(examwright::expand_template("{a}", {{"b", "1"}}), std::out_of_range);
}

BOOST_AUTO_TEST_SUITE_END()
