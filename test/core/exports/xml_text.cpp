#include "core/exports/xml_text.hpp"

#include <boost/test/unit_test.hpp>

using namespace examwright;
using namespace std::string_view_literals;

BOOST_AUTO_TEST_SUITE(xml_text)

BOOST_AUTO_TEST_CASE(markup_is_escaped) {
    BOOST_TEST(examwright::xml_text("<a href=\"x\">'&amp;'</a> ]]>") ==
               "&lt;a href=&quot;x&quot;&gt;'&amp;amp;'&lt;/a&gt; ]]&gt;");
}

BOOST_AUTO_TEST_CASE(what_xml_cannot_hold_is_left_out) {
    BOOST_TEST(examwright::xml_text("a\x01\0\x1B\f\v\uFFFE\uFFFF\t\nb"sv) == "a\t\nb");
    BOOST_TEST(examwright::xml_text("नदी 🦀\u0085\uFFFD") == "नदी 🦀\u0085\uFFFD");
}

BOOST_AUTO_TEST_SUITE_END()
