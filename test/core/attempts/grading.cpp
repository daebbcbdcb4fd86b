#include "core/attempts/grading.hpp"

#include <boost/test/unit_test.hpp>

using namespace examwright;

BOOST_AUTO_TEST_SUITE(grading)

BOOST_AUTO_TEST_CASE(right_answers_count_and_the_others_are_named_in_their_order) {
    const auto grade =
        grade_attempt({{"first", "A", "A"}, {"second", "B", "C"}, {"third", "D", ""}, {"fourth", "E", "E"}});
    BOOST_TEST(grade.score == 2);
    BOOST_TEST(grade.total == 4);
    BOOST_REQUIRE(grade.misses.size() == 2u);
    BOOST_TEST(grade.misses[0].question_id == "second");
    BOOST_TEST(grade.misses[0].chosen == "C");
    BOOST_TEST(grade.misses[1].question_id == "third");
}

BOOST_AUTO_TEST_CASE(nothing_to_answer_is_nothing_of_nothing) {
    BOOST_TEST(grade_attempt({}).total == 0);
}

BOOST_AUTO_TEST_SUITE_END()
