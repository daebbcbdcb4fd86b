#include "core/quality/score.hpp"

#include <boost/test/unit_test.hpp>

using namespace examwright;

BOOST_AUTO_TEST_SUITE(score)

namespace {

question good() {
    question question;
    question.stem = "Which one is it?";
    question.options = {"Alpha", "Beta", "Gamma", "Delta"};
    return question;
}

}  // namespace

BOOST_AUTO_TEST_CASE(nothing_wrong_is_one) {
    BOOST_TEST(quality_score(good(), true, "", true) == 1);
    BOOST_TEST(quality_score(good(), true, " None. ", true) == 1);
}

BOOST_AUTO_TEST_CASE(each_thing_wrong_costs) {
    const double best = quality_score(good(), true, "", true);
    BOOST_TEST(quality_score(good(), true, "Option B is arguable.", true) < best);
    BOOST_TEST(quality_score(good(), true, "", false) < best);
    auto negative = good();
    negative.stem = "Which is NOT one?";
    BOOST_TEST(quality_score(negative, true, "", true) < best);
    auto longest = good();
    longest.options[0] = "alpha beta gamma delta and so on";
    BOOST_TEST(quality_score(longest, true, "", true) < quality_score(negative, true, "", true));
    BOOST_TEST(quality_score(longest, true, "Too easy.", false) < quality_score(longest, true, "", true));
}

BOOST_AUTO_TEST_CASE(words_are_judged_in_the_language_of_the_document) {
    auto question = good();
    question.options[1] = "Siempre crece";
    const double best = quality_score(good(), true, "", true);
    question.stem = "Roma 476";
    BOOST_TEST(quality_score(question, true, "", true) == best);
    BOOST_TEST(quality_score(question, true, "", true, language::spanish) < best);
}

BOOST_AUTO_TEST_CASE(another_answer_is_zero) {
    BOOST_TEST(quality_score(good(), false, "", true) == 0);
}

BOOST_AUTO_TEST_CASE(always_within_bounds) {
    auto bad = good();
    bad.stem = "Which is NOT one?";
    bad.options = {"40", "30", "20", "20"};
    const double score = quality_score(bad, true, "Everything is wrong.", false);
    BOOST_TEST(score >= 0);
    BOOST_TEST(score < 1);
}

BOOST_AUTO_TEST_SUITE_END()
