#include "core/quality/set_duplicates.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

#include "core/quality/answers_given_away.hpp"

using namespace examwright;

BOOST_AUTO_TEST_SUITE(set_duplicates)

namespace {

question asked(std::string stem, std::string key = "Alpha", std::string quote = "") {
    question question;
    question.stem = std::move(stem);
    question.options = {std::move(key), "Beta", "Gamma", "Delta"};
    question.source_quote = std::move(quote);
    return question;
}

using pairs = std::vector<question_pair>;

}  // namespace

BOOST_AUTO_TEST_CASE(stems_that_ask_the_same) {
    const std::vector<question> set{asked("Which organelle makes most of the ATP of a cell?"),
                                    asked("When was the treaty of Westphalia signed by the powers?"),
                                    asked("Which organelle makes most of a cell's ATP?"),
                                    asked("which organelle makes most of the ATP of a cell"),
                                    asked("Which organelle makes most of the proteins of a cell?")};
    const auto found = near_duplicate_stems(set);
    BOOST_TEST((found == pairs{{0, 2}, {0, 3}} || found == pairs{{0, 3}}));
    BOOST_TEST(near_duplicate_stems({}).empty());
}

BOOST_AUTO_TEST_CASE(each_question_is_found_among_thousands) {
    std::vector<question> set;
    for (int i = 0; i < 3000; ++i)
        set.push_back(asked("When was the town of Name" + std::to_string(i) + " founded by its settlers?"));
    BOOST_TEST(near_duplicate_stems(set).empty());
    set.push_back(asked("When was the town of Name1234 founded by its settlers?"));
    BOOST_TEST((near_duplicate_stems(set) == pairs{{1234, 3000}}));
}

BOOST_AUTO_TEST_CASE(the_same_answer_from_the_same_place) {
    const std::string quote = "Mitochondria make most of the ATP that a cell needs.";
    const std::vector<question> set{asked("Which organelle makes most ATP?", "The mitochondrion", quote),
                                    asked("Where is the fuel of a cell made?", "the mitochondrion.",
                                          "mitochondria make most of the ATP a cell needs"),
                                    asked("What holds its own DNA?", "The mitochondrion",
                                          "Beside the nucleus only mitochondria hold DNA."),
                                    asked("Which part makes the most ATP?", "The chloroplast", quote)};
    BOOST_TEST((repeated_answers(set) == pairs{{0, 1}}));
    BOOST_TEST(
        (repeated_answers({asked("Which organelle makes ATP?"), asked("What organelle makes the ATP there?"),
                           asked("Which planet is nearest to the sun?")}) == pairs{{0, 1}}));
}

BOOST_AUTO_TEST_CASE(another_year_or_another_town_is_another_incident) {
    const std::vector<question> set{
        asked("Who built the first library of Corvey in 1190?", "Ada Holm",
              "In 1190 the engineer Ada Holm built the first library of Corvey."),
        asked("What did the engineer Ada Holm build first in Dunmar in 1204?", "A library",
              "In 1204 the engineer Ada Holm built the first library of Dunmar."),
        asked("Who built the first library of Dunmar in 1204?", "Ada Holm",
              "In 1204 the engineer Ada Holm built the first library of Dunmar.")};
    BOOST_TEST((answers_given_away(set) == pairs{{1, 2}}));
    BOOST_TEST(repeated_answers(set).empty());
}

BOOST_AUTO_TEST_SUITE_END()
