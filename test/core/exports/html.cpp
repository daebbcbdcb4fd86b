#include "core/exports/html.hpp"

#include <boost/test/unit_test.hpp>

#include "test/support/nasty_test.hpp"

using namespace examwright;

BOOST_AUTO_TEST_SUITE(html)

BOOST_AUTO_TEST_CASE(the_key_stands_behind_the_questions_on_a_page_of_its_own) {
    const auto page = write_html(test::nasty_test());
    const auto key = page.find("<section class=\"key\">");
    BOOST_REQUIRE(key != page.npos);
    BOOST_TEST(page.find("section.key { break-before: page;") < key);
    BOOST_TEST(page.find("Is &lt;b&gt;x&lt;/b&gt;") < key);
    BOOST_TEST(page.find("First line\n\n  third &amp; last", key) != page.npos);
    BOOST_TEST(page.find("<strong>C</strong>", key) != page.npos);
    BOOST_TEST(page.find("He said: &lt;no&gt;.", key) != page.npos);
    BOOST_TEST(page.find("Page 7", key) != page.npos);
    BOOST_TEST(page.find("<strong>") > key);
}

BOOST_AUTO_TEST_CASE(it_needs_nothing_from_elsewhere) {
    const auto page = write_html(test::nasty_test());
    for (const char* part : {"<script", "<link", "<img", "href=", "src=", "url(", "@import", "http"})
        BOOST_TEST(page.find(part) == page.npos, part);
    BOOST_TEST(page.find("<title>A::B &amp; &lt;C&gt;</title>") != page.npos);
}

BOOST_AUTO_TEST_SUITE_END()
