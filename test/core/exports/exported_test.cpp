#include "core/exports/exported_test.hpp"

#include <boost/test/unit_test.hpp>

using namespace examwright;

BOOST_AUTO_TEST_SUITE(exported_test)

namespace {

examwright::exported_test with(question question, std::string title = "Rivers") {
    examwright::exported_test test;
    test.title = std::move(title);
    test.questions.push_back(std::move(question));
    return test;
}

}  // namespace

BOOST_AUTO_TEST_CASE(texts_are_brought_into_one_form) {
    question question;
    question.stem = "  a\r\n b\rc\n\r\n";
    question.options = {"\xFF", "\tx ", "a\x01", "\r\n"};
    question.explanation = " ";
    question.source_quote = "q\r\n";
    const auto test = normalized_for_export(with(question, " \n"));
    const auto& tidy = test.questions[0];
    BOOST_TEST(tidy.stem == "  a\n b\nc");
    BOOST_TEST(tidy.options == (std::vector<std::string>{"\uFFFD", "\tx", "a"}),
               boost::test_tools::per_element());
    BOOST_TEST(tidy.explanation == "");
    BOOST_TEST(tidy.source_quote == "q");
    BOOST_TEST(test.title == "Test");
}

BOOST_AUTO_TEST_CASE(empty_options_go_but_for_the_key_and_those_before_it) {
    question question;
    question.options = {"a", "", "", ""};
    question.correct = 2;
    BOOST_TEST(normalized_for_export(with(question)).questions[0].options.size() == 3u);
}

BOOST_AUTO_TEST_CASE(a_questions_name_is_the_tests_with_its_number) {
    BOOST_TEST(question_name(with({}, "Two\nlines"), 2) == "Two lines 03");
    BOOST_TEST(question_name(with({}), 11) == "Rivers 12");
}

BOOST_AUTO_TEST_SUITE_END()
