#include "core/imports/aiken_reader.hpp"

#include <boost/test/unit_test.hpp>

#include "core/imports/import_format.hpp"

using namespace examwright;

BOOST_AUTO_TEST_SUITE(aiken_reader)

namespace {

question_set read(const std::string& text) {
    BOOST_TEST((detect_import_format(text) == import_format::aiken), text);
    auto set = read_aiken(text);
    BOOST_REQUIRE_MESSAGE(set.has_value(), set.error().detail);
    return std::move(*set);
}

}  // namespace

BOOST_AUTO_TEST_CASE(options_and_answers_are_written_in_many_ways) {
    for (const char* text :
         {"What?\nA) x\nB) y\nANSWER: B", "What?\r\na. x\r\nb. y\r\nanswer:b\r\n",
          "What?\n(A) x\n(B) y\nANSWER: (B)", "What?\nA)x\nB)y\nANSWER: B)",
          "  What?\n\tA)  x\n B)\ty \nANSWER : B.", "What?\n\nA. x\n\nB. y\n\nAnswer: b\n"}) {
        const auto set = read(text);
        BOOST_REQUIRE(set.questions.size() == 1u);
        BOOST_TEST(set.questions[0].stem == "What?");
        BOOST_TEST(set.questions[0].options == (std::vector<std::string>{"x", "y"}),
                   boost::test_tools::per_element());
        BOOST_TEST(set.questions[0].correct == 1u);
    }
}

BOOST_AUTO_TEST_CASE(several_right_answers_are_said) {
    const auto set =
        read("One\nA) x\nB) y\nANSWER: A, B\n\nTwo\nA) x\nB) y\nANSWER: C\n\nThree\nA) x\nB) y\nANSWER: A\n");
    BOOST_REQUIRE(set.left_out.size() == 2u);
    BOOST_TEST(set.left_out[0].reason == "it has several right answers");
    BOOST_TEST(set.left_out[1].reason == "its answer is none of its options");
    BOOST_TEST(*set.left_out[1].line == 6);
}

BOOST_AUTO_TEST_CASE(a_question_may_begin_like_an_answer) {
    const auto set = read(
        "Answer: which is it?\nA) x\nB) y\nANSWER: B\n\nNo options\nANSWER: B\n\nTwo\nA) x\nB) y\nANSWER: "
        "A\n");
    BOOST_REQUIRE(set.questions.size() == 2u);
    BOOST_TEST(set.questions[0].stem == "Answer: which is it?");
    BOOST_TEST(set.questions[1].stem == "Two");
    BOOST_TEST(set.left_out.size() == 1u);
}

BOOST_AUTO_TEST_CASE(feedback_below_the_answer_explains_it) {
    const auto set = read("One\nA) x\nB) y\nANSWER: A\nFEEDBACK: So.\n\nTwo\nA) x\nB) y\nANSWER: B\n");
    BOOST_REQUIRE(set.questions.size() == 2u);
    BOOST_TEST(set.questions[0].explanation == "So.");
    BOOST_TEST(set.questions[1].stem == "Two");
    const auto apart = read("One\nA) x\nB) y\nANSWER: A\n\nFeedback: what is it?\nA) x\nB) y\nANSWER: B\n");
    BOOST_REQUIRE(apart.questions.size() == 2u);
    BOOST_TEST(apart.questions[1].stem == "Feedback: what is it?");
}

BOOST_AUTO_TEST_SUITE_END()
