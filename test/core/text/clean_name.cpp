#include "core/text/clean_name.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

using namespace examwright;

BOOST_AUTO_TEST_SUITE(clean_name)

BOOST_AUTO_TEST_CASE(folders_are_cut_off) {
    BOOST_TEST(display_filename("../../etc/passwd") == "passwd");
    BOOST_TEST(display_filename("C:\\Users\\a\\lecture 3.pdf") == "lecture 3.pdf");
    BOOST_TEST(display_filename("uploads/") == "");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_shown_is_left_out) {
    BOOST_TEST(display_text("  a\r\nb\x01\tc  ") == "abc");
    BOOST_TEST(display_text("Z\u00FCrich \u65E5\u672C") == "Z\u00FCrich \u65E5\u672C");
    BOOST_TEST(display_text("bad \xFF byte") == "bad \uFFFD byte");
    BOOST_TEST(display_filename("gpj\u202Efdp.exe") == "gpjfdp.exe");
}

BOOST_AUTO_TEST_CASE(names_stay_as_they_are_spelled) {
    BOOST_TEST(display_filename("a %22b%22.pdf") == "a \"b\".pdf");
    BOOST_TEST(display_filename("Z\xFCrich.pdf") == "Z\u00FCrich.pdf");
    BOOST_TEST(display_text("\u0645\u06CC\u200C\u062E") == "\u0645\u06CC\u200C\u062E");
}

BOOST_AUTO_TEST_CASE(a_long_name_is_cut_between_characters) {
    std::string name;
    for (int i = 0; i < 300; ++i)
        name += "\u00FC";
    BOOST_TEST(display_text(name).size() == 400u);
}

BOOST_AUTO_TEST_CASE(the_stem_is_what_stands_before_the_last_dot) {
    BOOST_TEST(stem_of("lecture 3.pdf") == "lecture 3");
    BOOST_TEST(stem_of("a.b.md") == "a.b");
    BOOST_TEST(stem_of("README") == "README");
    BOOST_TEST(stem_of(".notes") == ".notes");
}

BOOST_AUTO_TEST_SUITE_END()
