#include "core/text/unicode.hpp"

#include <boost/test/unit_test.hpp>

using namespace examwright;

BOOST_AUTO_TEST_SUITE(unicode)

BOOST_AUTO_TEST_CASE(decodes_forward_and_backward) {
    const std::string_view text = "aé中😀";
    BOOST_TEST((decode_at(text, 1).value == U'é'));
    BOOST_TEST((decode_at(text, 3).value == U'中'));
    BOOST_TEST((decode_at(text, 6).value == U'😀'));
    BOOST_TEST(decode_before(text, text.size()).length == 4u);
    BOOST_TEST((decode_before(text, 3).value == U'é'));
    BOOST_TEST(code_point_start(text, 8) == 6u);
    BOOST_TEST(code_point_start(text, 6) == 6u);
}

BOOST_AUTO_TEST_CASE(a_bad_byte_is_one_replacement) {
    BOOST_TEST((decode_at("\xFFz", 0).value == 0xFFFDu));
    BOOST_TEST(decode_at("\xFFz", 0).length == 1u);
    BOOST_TEST(decode_at("\xE4\xB8", 0).length == 1u);  // cut off
}

BOOST_AUTO_TEST_CASE(validity) {
    BOOST_TEST(is_valid_utf8("plain, é, 中, 😀, \xEF\xBF\xBD"));
    for (const std::string_view bad : {"\x80", "\xC3", "\xC0\xAF", "\xED\xA0\x80", "\xF5\x80\x80\x80"})
        BOOST_TEST(!is_valid_utf8(bad));
}

BOOST_AUTO_TEST_CASE(repair_keeps_what_is_good) {
    BOOST_TEST(to_valid_utf8("a\xFF"
                             "b") == "a\uFFFDb");
    BOOST_TEST(to_valid_utf8("é") == "é");
    BOOST_TEST(is_valid_utf8(to_valid_utf8("\xE4\xB8 \xC3\x28 \xF0\x9F")));
}

BOOST_AUTO_TEST_CASE(classes) {
    for (const char32_t letter : {U'a', U'Z', U'é', U'я', U'中', U'क'})
        BOOST_TEST(is_letter(letter));
    for (const char32_t digit : {U'7', U'٣', U'४'})
        BOOST_TEST(is_digit(digit));
    for (const char32_t space : {U' ', U'\n', U'\f', U'\u00A0', U'\u3000', U'\u2028'})
        BOOST_TEST(is_space(space));
    for (const char32_t mark : {U'.', U'-', U'_', U'…', U'。', U'“'})
        BOOST_TEST(is_punctuation(mark));
    BOOST_TEST(!is_punctuation(U'+'));
    BOOST_TEST(is_math_or_currency(U'+'));
    BOOST_TEST(is_math_or_currency(U'€'));
    BOOST_TEST(is_upper(U'É'));
    BOOST_TEST(is_lower(U'é'));
    BOOST_TEST(!is_upper(U'中'));
    BOOST_TEST(is_mark(U'\u0301'));
}

BOOST_AUTO_TEST_CASE(scripts_without_spaces) {
    for (const char32_t letter : {U'中', U'ひ', U'カ', U'ไ'})
        BOOST_TEST(is_unspaced(letter));
    for (const char32_t other : {U'a', U'한', U'क', U'。', U' '})
        BOOST_TEST(!is_unspaced(other));
}

BOOST_AUTO_TEST_CASE(folding) {
    BOOST_TEST(casefold("STRASSE") == casefold("straße"));
    BOOST_TEST(casefold("ﬁnal") == "final");
    BOOST_TEST(casefold("É") == casefold("e\u0301"));
    BOOST_TEST(casefold("ΣΑΣ") == casefold("σας"));
    BOOST_TEST(casefold("pho\u00ADto") == "photo");
    BOOST_TEST(casefold("Ｈ") == "h");
}

BOOST_AUTO_TEST_CASE(trimming) {
    BOOST_TEST(trimmed(" \n\u00A0a b\u3000\f") == "a b");
    BOOST_TEST(trimmed(" \t ").empty());
}

BOOST_AUTO_TEST_CASE(the_first_letter_of_a_definite_direction_decides_how_a_text_reads) {
    BOOST_TEST(reads_right_to_left("שלום"));
    BOOST_TEST(reads_right_to_left("(1) «النهر» is a river"));
    BOOST_TEST(!reads_right_to_left("The word النهر"));
    BOOST_TEST(!reads_right_to_left("42 + 7"));
    BOOST_TEST(!reads_right_to_left("नदी"));
    BOOST_TEST(!reads_right_to_left(""));
}

BOOST_AUTO_TEST_SUITE_END()
