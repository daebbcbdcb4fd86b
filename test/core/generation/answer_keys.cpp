#include "core/generation/answer_keys.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>

using namespace examwright;

namespace {

question with_options(std::vector<std::string> options, std::size_t correct) {
    question question;
    question.options = std::move(options);
    question.correct = correct;
    return question;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(answer_keys)

BOOST_AUTO_TEST_CASE(keys_spread_evenly_for_any_seed) {
    for (const char* seed : {"a", "b", "c", "6f1c0a3e-0000-4000-8000-000000000001"}) {
        key_counts counts{};
        for (const auto place : plan_keys(seed, {}, 20))
            ++counts.at(place);
        BOOST_TEST(counts == (key_counts{5, 5, 5, 5}), boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(the_seed_decides_and_seeds_differ) {
    BOOST_TEST(plan_keys("one", {}, 20) == plan_keys("one", {}, 20), boost::test_tools::per_element());
    BOOST_TEST((plan_keys("one", {}, 20) != plan_keys("two", {}, 20)));
}

BOOST_AUTO_TEST_CASE(letters_used_before_are_made_up_for) {
    for (const auto place : plan_keys("seed", {3, 0, 3, 3}, 3))
        BOOST_TEST(place == 1u);
}

BOOST_AUTO_TEST_CASE(the_key_moves_with_its_text_and_the_distractors_keep_their_order) {
    for (std::size_t from = 0; from < 4; ++from)
        for (std::size_t to = 0; to < 4; ++to) {
            auto question = with_options({"w", "x", "y", "z"}, from);
            const auto key = question.options[from];
            arrange_options({&question}, {to});
            BOOST_TEST(question.correct == to);
            BOOST_TEST(question.options[to] == key);
            question.options.erase(question.options.begin() + static_cast<std::ptrdiff_t>(to));
            BOOST_TEST(std::is_sorted(question.options.begin(), question.options.end()));
        }
}

BOOST_AUTO_TEST_CASE(numbers_of_one_unit_go_in_ascending_order) {
    auto years = with_options({"1861", "1829", "1869", "1860"}, 0);
    arrange_options({&years}, {0});
    BOOST_TEST(years.options == (std::vector<std::string>{"1829", "1860", "1861", "1869"}),
               boost::test_tools::per_element());
    BOOST_TEST(years.correct == 2u);
    auto lengths = with_options({"10 km", "1,500 km", "2 km", "30 km"}, 1);
    arrange_options({&lengths}, {0});
    BOOST_TEST(lengths.correct == 3u);
    auto german = with_options({"2.000 m", "500 m", "1.000 m", "4.810 m"}, 0);
    arrange_options({&german}, {0}, language::german);
    BOOST_TEST(german.options == (std::vector<std::string>{"500 m", "1.000 m", "2.000 m", "4.810 m"}),
               boost::test_tools::per_element());
    BOOST_TEST(german.correct == 2u);
    auto mixed = with_options({"10 km", "9 m", "2 km", "30 km"}, 1);
    arrange_options({&mixed}, {0});
    BOOST_TEST(mixed.options.front() == "9 m");
}

BOOST_AUTO_TEST_CASE(a_question_of_numbers_uses_up_the_place_where_its_key_stands) {
    auto first = with_options({"w", "x", "y", "z"}, 0);
    auto years = with_options({"1829", "1860", "1861", "1869"}, 1);
    auto second = first, third = first;
    arrange_options({&first, &years, &second, &third}, {1, 0, 3, 2});
    std::vector<std::size_t> keys{first.correct, years.correct, second.correct, third.correct};
    BOOST_TEST(keys == (std::vector<std::size_t>{0, 1, 3, 2}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
