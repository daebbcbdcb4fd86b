#include "core/document/page_range.hpp"

#include <boost/test/unit_test.hpp>

#include "core/document/document_text.hpp"

using namespace examwright;

BOOST_AUTO_TEST_SUITE(page_range)

BOOST_AUTO_TEST_CASE(pages_are_read_put_in_order_and_joined) {
    const struct {
        const char* text;
        const char* read;
    } cases[] = {{"12-30", "12-30"}, {" 7 ", "7"},        {"5-7, 3", "3, 5-7"},
                 {"1-3,4", "1-4"},   {"2-9, 3-4", "2-9"}, {"4 - 6", "4-6"}};
    for (const auto& [text, read] : cases)
        BOOST_TEST(to_string(parse_page_ranges(text).value()) == read, text);
}

BOOST_AUTO_TEST_CASE(what_names_no_pages_is_a_problem) {
    for (const char* text :
         {"", "all", "0", "7-5", "-3", "3-", "1,,2", "1;2", "99999999999", "1.5", "2-100001"})
        BOOST_TEST(parse_page_ranges(text).has_error(), text);
}

BOOST_AUTO_TEST_CASE(a_document_of_some_pages_keeps_their_numbers) {
    const document_text whole("One.\fTwo.\fThree.\fFour.\fFive.");
    const auto some = whole.only(parse_page_ranges("2-3, 5").value());
    BOOST_TEST(some.text() == "Two.\fThree.\n\n\fFive.");
    BOOST_TEST(some.page_count() == 3);
    BOOST_TEST(some.page_at(0) == 2);
    BOOST_TEST(some.page_at(some.text().find("Three")) == 3);
    BOOST_TEST(some.page_at(some.text().find("Five")) == 5);
    BOOST_TEST(some.page_at(some.text().size()) == 5);
}

BOOST_AUTO_TEST_CASE(pages_that_a_document_does_not_have_are_empty) {
    const document_text whole("One.\fTwo.");
    BOOST_TEST(whole.only(parse_page_ranges("3-9").value()).text() == "");
    BOOST_TEST(whole.only(parse_page_ranges("2-9").value()).text() == "Two.");
}

BOOST_AUTO_TEST_SUITE_END()
