#include "core/exports/html.hpp"

#include <boost/test/unit_test.hpp>

#include "test/support/nasty_test.hpp"

using namespace examwright;

BOOST_AUTO_TEST_SUITE(html)

BOOST_AUTO_TEST_CASE(the_key_stands_behind_the_questions_on_a_page_of_its_own) {
    const auto page = write_html(test::nasty_test());
    const auto key = page.find("<section class=\"key\">");
    BOOST_REQUIRE(key != page.npos);
    BOOST_TEST(page.find("section { break-before: page;") < key);
    BOOST_TEST(page.find("Is &lt;b&gt;x&lt;/b&gt;") < key);
    BOOST_TEST(page.find("First line\n\n  third &amp; last", key) != page.npos);
    BOOST_TEST(page.find("<strong>C</strong>", key) != page.npos);
    BOOST_TEST(page.find("He said: &lt;no&gt;.", key) != page.npos);
    BOOST_TEST(page.find("Page 7", key) != page.npos);
    BOOST_TEST(page.find("<strong>") > key);
}

BOOST_AUTO_TEST_CASE(it_has_an_answer_sheet_and_names_its_language) {
    auto test = test::nasty_test();
    test.questions[0].stem =
        "Quelle est la plus longue rivière du pays et pourquoi est-elle connue dans le monde ?";
    test.questions[0].explanation = "Elle est la plus longue parce que les autres sont plus courtes.";
    const auto page = write_html(test);
    BOOST_TEST(page.find("<html lang=\"fr\">") != page.npos);
    BOOST_TEST(page.find("<h2>Feuille de réponses</h2>") != page.npos);
    BOOST_TEST(page.find("<li><span>A</span><span>B</span><span>C</span><span>D</span><span>E</span></li>") !=
               page.npos);
}

BOOST_AUTO_TEST_CASE(it_needs_nothing_from_elsewhere) {
    const auto page = write_html(test::nasty_test());
    for (const char* part : {"<script", "<link", "<img", "href=", "src=", "url(", "@import", "http"})
        BOOST_TEST(page.find(part) == page.npos, part);
    BOOST_TEST(page.find("<title>A::B &amp; &lt;C&gt;</title>") != page.npos);
}

BOOST_AUTO_TEST_SUITE_END()
