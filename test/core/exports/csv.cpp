#include "core/exports/csv.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

#include "core/text/formula_guard.hpp"

using namespace examwright;

BOOST_AUTO_TEST_SUITE(csv)

BOOST_AUTO_TEST_CASE(a_row_a_question_after_the_names) {
    question question;
    question.stem = "a, \"b\"\nc";
    question.options = {"=1+1", "-5", "x", "y"};
    question.correct = 3;
    question.source_page = 7;
    exported_test test;
    test.questions = {question, question};
    test.questions[1].options.push_back("z");
    BOOST_TEST(write_csv(test) ==
               "\xEF\xBB\xBFnumber,question,option_a,option_b,option_c,option_d,option_e,correct_option,"
               "explanation,difficulty,topic,source_quote,source_page\r\n"
               "1,\"a, \"\"b\"\"\nc\",'=1+1,'-5,x,y,,D,,medium,,,7\r\n"
               "2,\"a, \"\"b\"\"\nc\",'=1+1,'-5,x,y,z,D,,medium,,,7\r\n");
}

BOOST_AUTO_TEST_CASE(the_rule_against_formulas_can_be_undone) {
    for (const std::string text : {"=1", "+1", "-1", "@a", "\t=", "'=1", "''@", "'x", "", "'", "1-2"}) {
        BOOST_TEST(with_formula(without_formula(text)) == text);
        const auto first = without_formula(text).substr(0, 1);
        BOOST_TEST((first.empty() || std::string("=+-@\t").find(first) == std::string::npos), text);
    }
    BOOST_TEST(without_formula("'x") == "'x");
}

BOOST_AUTO_TEST_CASE(there_are_as_many_columns_as_options) {
    question question;
    question.options = {"1", "2", "3", "4", "5", "6", "7"};
    exported_test test;
    test.questions = {question};
    BOOST_TEST(write_csv(test).find("option_f,option_g,correct_option") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
