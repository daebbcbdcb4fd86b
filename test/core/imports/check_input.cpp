#include "core/imports/check_input.hpp"

#include <boost/test/unit_test.hpp>

using namespace examwright;

BOOST_AUTO_TEST_SUITE(check_input)

BOOST_AUTO_TEST_CASE(options_by_letter_and_in_lists) {
    const auto read = read_questions_to_check(R"([
        {"question": "Q1", "options": {"B": "two", "A": "one", "C": "three"}, "correct_option": "C",
         "explanation": "why", "source": "where", "more": [1]},
        {"question": "Q2", "options": ["one", "two"], "correct_option": 1},
        {"question": "Q3", "options": ["one", "two", "three", "four", "five"], "correct_option": "e"},
        {"question": "Q4", "options": ["one", "two"], "correct_option": "two", "explanation": null}])");
    BOOST_REQUIRE(read.has_value());
    BOOST_REQUIRE(read->size() == 4u);
    BOOST_TEST((*read)[0].options == (std::vector<std::string>{"one", "two", "three"}),
               boost::test_tools::per_element());
    BOOST_TEST((*read)[0].correct == 2u);
    BOOST_TEST((*read)[0].explanation == "why");
    BOOST_TEST((*read)[0].source_quote == "where");
    BOOST_TEST((*read)[1].correct == 1u);
    BOOST_TEST((*read)[2].correct == 4u);
    BOOST_TEST((*read)[3].correct == 1u);
}

BOOST_AUTO_TEST_CASE(an_empty_list_and_a_wrapped_one) {
    BOOST_TEST(read_questions_to_check("[]")->empty());
    BOOST_TEST(read_questions_to_check("\xEF\xBB\xBF []")->empty());
    BOOST_TEST(read_questions_to_check(
                   R"({"questions": [{"question": "Q", "options": ["a", "b"], "correct_option": "A"}]})")
                   ->size() == 1u);
}

BOOST_AUTO_TEST_CASE(what_is_wrong_is_told) {
    const std::pair<const char*, const char*> rows[] = {
        {"", "empty"},
        {" \n", "empty"},
        {"[{", "no JSON"},
        {"Question 1: ...", "no JSON"},
        {"{\"mcq\": 1}", "list of questions"},
        {"3", "list of questions"},
        {"[3]", "Question 1: it is no object"},
        {R"([{"options": ["a", "b"], "correct_option": "A"}])", "no \"question\""},
        {R"([{"question": 5, "options": ["a", "b"], "correct_option": "A"}])", "no \"question\""},
        {R"([{"question": "Q", "correct_option": "A"}])", "no \"options\""},
        {R"([{"question": "Q", "options": "a, b", "correct_option": "A"}])", "no \"options\""},
        {R"([{"question": "Q", "options": ["a", null], "correct_option": "A"}])", "must be texts"},
        {R"([{"question": "Q", "options": ["a"], "correct_option": "A"}])", "it has 1 option; 2 to 10"},
        {R"([{"question": "Q", "options": ["a","b","c","d","e","f","g","h","i","j","k"], "correct_option": "A"}])",
         "it has 11"},
        {R"([{"question": "Q", "options": {"A": "a", "C": "c"}, "correct_option": "A"}])", "without a gap"},
        {R"([{"question": "Q", "options": ["a", "b"], "correct_option": "C"}])", "none of its options"},
        {R"([{"question": "Q", "options": ["a", "b"], "correct_option": 2}])", "none of its options"},
        {R"([{"question": "Q", "options": ["a", "b"], "correct_option": -1}])", "none of its options"},
        {R"([{"question": "Q", "options": ["a", "b"]}])", "none of its options"},
        {R"([{"question": "Q", "options": ["a", "b"], "correct_option": "A"}, {}])", "Question 2"},
    };
    for (const auto& [text, sentence] : rows) {
        const auto read = read_questions_to_check(text);
        BOOST_REQUIRE_MESSAGE(!read.has_value(), text);
        BOOST_TEST(read.error().detail.find(sentence) != std::string::npos,
                   text << ": " << read.error().detail);
    }
}

BOOST_AUTO_TEST_SUITE_END()
