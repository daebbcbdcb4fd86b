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

BOOST_AUTO_TEST_CASE(characters_are_code_points) {
    BOOST_TEST(count_characters("aé中😀") == 4u);
    BOOST_TEST(count_characters("a\fb\n") == 3u);
    BOOST_TEST(count_characters("") == 0u);
}

BOOST_AUTO_TEST_CASE(words_hold_a_letter_or_digit) {
    BOOST_TEST(count_words("Two  words, \n— and\f4 more: don't stop.") == 7u);
    BOOST_TEST(count_words(" ... — * ") == 0u);
    BOOST_TEST(count_words("जल जीवन है") == 3u);
    BOOST_TEST(count_words("한국어 문장") == 2u);
}

BOOST_AUTO_TEST_CASE(two_characters_are_a_word_where_there_are_no_spaces) {
    BOOST_TEST(count_words("光合作用") == 2u);
    BOOST_TEST(count_words("光合作用是植物") == 4u);
    BOOST_TEST(count_words("使用ATP") == 2u);
}

BOOST_AUTO_TEST_SUITE_END()
