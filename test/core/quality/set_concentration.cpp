#include "core/quality/set_concentration.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

using namespace examwright;

BOOST_AUTO_TEST_SUITE(set_concentration)

namespace {

question asked(std::string stem, std::string key = "Alpha", std::string quote = "") {
    question question;
    question.stem = std::move(stem);
    question.options = {std::move(key), "Beta", "Gamma", "Delta"};
    question.source_quote = std::move(quote);
    return question;
}

}  // namespace

BOOST_AUTO_TEST_CASE(keys_on_one_letter) {
    std::vector<question> set(20, asked("Which one?"));
    for (std::size_t i = 0; i < set.size(); ++i)
        set[i].correct = i % 4;
    BOOST_TEST(!key_letter_concentration(set));
    for (auto& question : set)
        question.correct = 1;
    BOOST_REQUIRE(key_letter_concentration(set).has_value());
    BOOST_TEST(key_letter_concentration(set)->where == 1u);
    BOOST_TEST(key_letter_concentration(set)->share == 1);
    set.resize(7);
    BOOST_TEST(!key_letter_concentration(set));
    BOOST_TEST(!key_letter_concentration({}));
}

BOOST_AUTO_TEST_CASE(keys_on_the_longest_option) {
    std::vector<question> set(20, asked("Which one?", "the longest of them all"));
    BOOST_TEST(longest_key_concentration(set).has_value());
    for (std::size_t i = 0; i < set.size(); ++i)
        set[i].correct = i % 4;
    BOOST_TEST(!longest_key_concentration(set));
    for (auto& question : set)
        question.options = {"one", "two", "ten", "six"};
    BOOST_TEST(!longest_key_concentration(set));
}

BOOST_AUTO_TEST_CASE(most_questions_from_one_source) {
    std::vector<question> set;
    for (int i = 0; i < 12; ++i)
        set.push_back(asked("Which one?", "Alpha", i < 9 ? "Chapter one." : "Chapter " + std::to_string(i)));
    BOOST_REQUIRE(source_concentration(set).has_value());
    BOOST_TEST(source_concentration(set)->where == 0u);
    BOOST_TEST(source_concentration(set)->share == 0.75);
    for (std::size_t i = 0; i < set.size(); ++i)
        set[i].source_quote = "Chapter " + std::to_string(i);
    BOOST_TEST(!source_concentration(set));
}

BOOST_AUTO_TEST_SUITE_END()
