#include "core/generation/selection.hpp"

#include <algorithm>
#include <array>
#include <boost/test/unit_test.hpp>

using namespace examwright;

BOOST_AUTO_TEST_SUITE(selection)

namespace {
using indices = std::vector<std::size_t>;
}

BOOST_AUTO_TEST_CASE(all_when_there_are_too_few) {
    BOOST_TEST((select_best({}, 5, 100) == indices{}));
    BOOST_TEST((select_best({{50, 1, 0}, {10, 0.5, 1}}, 5, 100) == indices{1, 0}));
    BOOST_TEST((select_best({{50, 1, 0}}, 0, 100) == indices{}));
}

BOOST_AUTO_TEST_CASE(every_part_of_the_document_comes_first) {
    const std::vector<selectable> questions{{0, 1, 0}, {5, 1, 1}, {10, 1, 2}, {40, 0.6, 3}, {90, 0.5, 0}};
    BOOST_TEST((select_best(questions, 3, 100) == indices{0, 3, 4}));
}

BOOST_AUTO_TEST_CASE(the_better_score_of_a_part) {
    const std::vector<selectable> questions{{0, 0.7, 0}, {5, 0.9, 0}, {60, 0.8, 0}, {70, 0.9, 0}};
    BOOST_TEST((select_best(questions, 2, 100) == indices{1, 3}));
}

BOOST_AUTO_TEST_CASE(what_is_left_goes_by_score) {
    const std::vector<selectable> questions{{0, 0.7, 0}, {5, 0.9, 0}, {6, 0.8, 0}, {7, 0.85, 0}};
    BOOST_TEST((select_best(questions, 3, 100) == indices{1, 2, 3}));
}

BOOST_AUTO_TEST_CASE(equal_scores_balance_the_keys) {
    std::vector<selectable> questions;
    for (std::size_t i = 0; i < 32; ++i)
        questions.push_back({i * 10, 1, i % 4 == 3 ? i / 8 : 0});  // three in four have the key A
    const auto chosen = select_best(questions, 8, 320);
    BOOST_REQUIRE(chosen.size() == 8u);
    std::array<int, 4> keys{};
    for (const auto i : chosen)
        ++keys.at(questions[i].key);
    BOOST_TEST(*std::max_element(keys.begin(), keys.end()) <= 3);
}

BOOST_AUTO_TEST_CASE(from_eight_questions_on_no_letter_is_left_out_for_a_near_quote) {
    std::vector<selectable> questions;
    for (std::size_t i = 0; i < 8; ++i)
        questions.push_back({i * 10 + 5, 1, i % 3});
    questions.push_back({42, 0.95, 3});
    BOOST_TEST((select_best(questions, 8, 80) == indices{0, 1, 2, 3, 8, 5, 6, 7}));
    questions.back().score = 0.7;
    BOOST_TEST((select_best(questions, 8, 80) == indices{0, 1, 2, 3, 4, 5, 6, 7}));
}

BOOST_AUTO_TEST_CASE(no_question_stands_beside_one_that_names_its_key_while_there_are_others) {
    std::vector<selectable> questions{{0, 1, 0}, {30, 0.9, 1}, {40, 0.7, 2}, {90, 0.8, 3}};
    questions[0].hints = {1, 3};
    questions[1].hints = {0};
    questions[3].hints = {0};
    BOOST_TEST((select_best(questions, 2, 100) == indices{0, 2}));
    BOOST_TEST((select_best(questions, 3, 100) == indices{0, 1, 2}));  // before too few, a hint
    questions[0].score = 0.6;
    BOOST_TEST((select_best(questions, 3, 100) == indices{1, 2, 3}));
}

BOOST_AUTO_TEST_CASE(in_the_documents_order_and_each_once) {
    std::vector<selectable> questions;
    for (std::size_t i = 0; i < 25; ++i)
        questions.push_back({(i * 7919) % 1000, static_cast<double>(i % 5) / 5, i % 4});
    const auto chosen = select_best(questions, 20, 1000);
    BOOST_REQUIRE(chosen.size() == 20u);
    for (std::size_t i = 1; i < chosen.size(); ++i)
        BOOST_TEST(questions[chosen[i - 1]].position < questions[chosen[i]].position);
    BOOST_TEST((select_best(questions, 20, 1000) == chosen));
}

BOOST_AUTO_TEST_CASE(a_position_at_the_very_end) {
    BOOST_TEST((select_best({{100, 1, 0}, {150, 1, 0}}, 1, 100).size() == 1u));
    BOOST_TEST((select_best({{0, 1, 0}}, 1, 0).size() == 1u));
}

BOOST_AUTO_TEST_CASE(keys_that_are_the_longest_are_a_third_at_most) {
    std::vector<selectable> questions;
    for (std::size_t i = 0; i < 20; ++i)
        questions.push_back({i * 50, i % 2 == 0 ? 1.0 : 0.8, i % 4, i % 2 == 0});
    std::size_t longest = 0;
    for (const auto chosen : select_best(questions, 12, 1000))
        longest += questions[chosen].key_is_longest;
    BOOST_TEST(longest == 4u);
    for (auto& question : questions)
        question.key_is_longest = true;
    BOOST_TEST(select_best(questions, 12, 1000).size() == 12u);  // there are no others
}

BOOST_AUTO_TEST_SUITE_END()
