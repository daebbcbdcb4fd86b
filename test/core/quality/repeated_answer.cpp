#include "core/quality/repeated_answer.hpp"

#include <boost/test/unit_test.hpp>

using namespace examwright;

namespace {

grounded_question answered(const char* key, const char* quote, std::size_t begin) {
    grounded_question found;
    found.content.options = {"Lima", key, "Oslo", "Rome"};
    found.content.correct = 1;
    found.content.source_quote = quote;
    found.place = {begin, begin + 40, 1, true};
    return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(repeated_answer)

BOOST_AUTO_TEST_CASE(the_same_key_from_the_same_place) {
    const auto one = answered("Paris", "Paris is the capital of France.", 100);
    BOOST_TEST(repeats_answer(one, answered("paris.", "The capital of France is a large city.", 115)));
    BOOST_TEST(!repeats_answer(one, answered("Paris", "Its river is the Seine.", 125)));  // shares too little
    BOOST_TEST(!repeats_answer(one, answered("Paris", "Its river is the Seine.", 900)));
    BOOST_TEST(!repeats_answer(one, answered("Bern", "Paris is the capital of France.", 100)));
}

BOOST_AUTO_TEST_CASE(what_the_document_says_twice) {
    const auto one = answered("Paris", "Paris is the capital of France.", 100);
    BOOST_TEST(repeats_answer(one, answered("Paris", "Paris is the  capital of France", 5000)));
    BOOST_TEST(repeats_answer(one.content, answered("Paris", "Paris is the capital of France.", 7).content));
}

BOOST_AUTO_TEST_SUITE_END()
