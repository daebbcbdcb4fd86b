#include "core/imports/question_set.hpp"

#include <boost/test/unit_test.hpp>

#include "core/imports/text_beginning.hpp"

using namespace examwright;

BOOST_AUTO_TEST_SUITE(question_set)

namespace {

std::string name_of(result<question> read, left_out_question place) {
    examwright::question_set set;
    set.left_out.resize(2);
    add_question(set, std::move(read), std::move(place));
    return set.left_out.back().name;
}

}  // namespace

BOOST_AUTO_TEST_CASE(what_is_left_out_can_be_found_again) {
    question one_option;
    one_option.stem = "Which of these is the longest river of all the rivers that flow into the sea?";
    one_option.options = {"a"};
    const left_out_question nowhere{std::nullopt, "", ""};
    BOOST_TEST(name_of(one_option, nowhere) == "Which of these is the longest river of all the rivers that…");
    BOOST_TEST(name_of(invalid("it is an essay"), nowhere) == "Question 3");
    BOOST_TEST(name_of(question{}, nowhere) == "Question 3");
    BOOST_TEST(name_of(one_option, {std::nullopt, "River", ""}) == "River");
    BOOST_TEST(name_of(one_option, {7, "", ""}) == "");
}

BOOST_AUTO_TEST_CASE(a_beginning_is_one_line_of_whole_characters) {
    BOOST_TEST(text_beginning(" a\n b\x01 ") == "a  b");
    BOOST_TEST(text_beginning(std::string(61, 'x')) == std::string(60, 'x') + "…");
    std::string umlauts;
    for (int i = 0; i < 40; ++i)
        umlauts += "aü";
    BOOST_TEST(text_beginning(umlauts).ends_with("ü…"));
}

BOOST_AUTO_TEST_SUITE_END()
