#include "core/exports/csv.hpp"

#include <boost/test/unit_test.hpp>

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
               "1,\"a, \"\"b\"\"\nc\",=1+1,-5,x,y,,D,,medium,,,7\r\n"
               "2,\"a, \"\"b\"\"\nc\",=1+1,-5,x,y,z,D,,medium,,,7\r\n");
}

BOOST_AUTO_TEST_SUITE_END()
