#include "core/text/words.hpp"

#include <boost/test/unit_test.hpp>

using namespace examwright;

BOOST_AUTO_TEST_SUITE(words)

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

BOOST_AUTO_TEST_CASE(forms_of_one_word) {
    BOOST_TEST(same_root("cell", "cells"));
    BOOST_TEST(same_root("divide", "divided"));
    BOOST_TEST(!same_root("form", "formula"));
    BOOST_TEST(!same_root("the", "then"));
}

BOOST_AUTO_TEST_SUITE_END()
