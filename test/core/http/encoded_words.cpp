#include "core/http/encoded_words.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

using namespace examwright;

BOOST_AUTO_TEST_SUITE(encoded_words)

BOOST_AUTO_TEST_CASE(words_of_both_encodings_are_decoded) {
    BOOST_TEST(decode_encoded_words("=?UTF-8?B?w6kucGRm?=") == "\u00E9.pdf");
    BOOST_TEST(decode_encoded_words("=?utf-8?q?caf=C3=A9_1.pdf?=") == "caf\u00E9 1.pdf");
    BOOST_TEST(decode_encoded_words("=?iso-8859-1?Q?caf=E9.pdf?=") == "caf\xE9.pdf");
    BOOST_TEST(decode_encoded_words("=?utf-8*en?q?a?=") == "a");
}

BOOST_AUTO_TEST_CASE(blanks_between_words_belong_to_neither) {
    BOOST_TEST(decode_encoded_words("=?UTF-8?B?w6k=?= \t=?UTF-8?Q?t=C3=A9?=") == "\u00E9t\u00E9");
    BOOST_TEST(decode_encoded_words("My =?UTF-8?B?w6k=?= and more.pdf") == "My \u00E9 and more.pdf");
}

BOOST_AUTO_TEST_CASE(what_is_none_stays) {
    for (const std::string text : {"", "a=b?.pdf", "=?", "=?utf-8", "=?utf-8?B?", "=?utf-8?X?abc?=",
                                   "=?utf-8?B?*?=", "=?utf-8?Q?=G1?=", "=?koi8-r?B?w6k=?=", "=?utf-8?Q?abc"})
        BOOST_TEST(decode_encoded_words(text) == text);
}

BOOST_AUTO_TEST_SUITE_END()
