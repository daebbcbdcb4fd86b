#include "core/document/document_text.hpp"

#include <boost/test/unit_test.hpp>

using namespace examwright;

BOOST_AUTO_TEST_SUITE(document_text)

BOOST_AUTO_TEST_CASE(pages_are_parted_by_form_feeds) {
    const examwright::document_text document("one\ftwo\f\ffour");
    BOOST_TEST(document.page_count() == 4);
    BOOST_TEST(document.page_at(0) == 1);
    BOOST_TEST(document.page_at(3) == 1);  // the form feed ends its page
    BOOST_TEST(document.page_at(4) == 2);
    BOOST_TEST(document.page_at(8) == 3);
    BOOST_TEST(document.page_at(9) == 4);
    BOOST_TEST(document.page_at(document.text().size()) == 4);
}

BOOST_AUTO_TEST_CASE(an_empty_text_has_a_page) {
    const examwright::document_text document("");
    BOOST_TEST(document.page_count() == 1);
    BOOST_TEST(document.page_at(0) == 1);
}

BOOST_AUTO_TEST_SUITE_END()
