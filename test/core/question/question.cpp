#include "core/question/question.hpp"

#include <boost/test/unit_test.hpp>

using namespace examwright;

BOOST_AUTO_TEST_SUITE(question)

BOOST_AUTO_TEST_CASE(difficulties_are_read_in_any_case) {
    for (auto level : {difficulty::easy, difficulty::medium, difficulty::hard})
        BOOST_TEST((parse_difficulty(to_string(level)) == level));
    BOOST_TEST((parse_difficulty("HARD") == difficulty::hard));
    BOOST_TEST(!parse_difficulty("harder").has_value());
    BOOST_TEST(!parse_difficulty("").has_value());
}

BOOST_AUTO_TEST_CASE(letters_and_indices) {
    for (std::size_t i = 0; i < most_options; ++i)
        BOOST_TEST((option_index(std::string(1, option_letter(i))) == i));
    for (const char* bad : {"", "K", "a", "AB", "1"})
        BOOST_TEST(!option_index(bad).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
