#include "core/imports/docx_key_table.hpp"

#include <boost/test/unit_test.hpp>

#include "core/imports/option_letters.hpp"

using namespace examwright;

BOOST_AUTO_TEST_SUITE(docx_key_table)

namespace {

/// "1=B 2=A"
std::string key_of(const std::vector<std::vector<std::string>>& rows) {
    std::string key;
    for (const auto& [number, answer] :
         read_key_table(rows, [](int, std::string_view answer) { return !named_letters(answer).empty(); }))
        key += (key.empty() ? "" : " ") + std::to_string(number) + "=" + answer;
    return key;
}

}  // namespace

BOOST_AUTO_TEST_CASE(answers_stand_beside_their_numbers) {
    BOOST_TEST(key_of({{"1", "B"}, {"2", "A"}}) == "1=B 2=A");
    BOOST_TEST(key_of({{"Question", "Answer"}, {"1.", "(b)"}, {"2.", "a)"}}) == "1=(b) 2=a)");
    BOOST_TEST(key_of({{"1", "B", "2", "A"}, {"3", "B", "", ""}}) == "1=B 3=B 2=A");
    BOOST_TEST(key_of({{"Q1", "B"}, {"Q2", "A"}}) == "1=B 2=A");
    BOOST_TEST(key_of({{"1", "B"}}) == "1=B");
}

BOOST_AUTO_TEST_CASE(an_entry_that_names_nothing_uses_up_its_number) {
    for (const std::string entry : {"A and C", "", "-", "essay"}) {
        BOOST_TEST(key_of({{"1", entry}, {"2", "B"}, {"3", "A"}}) == "1=" + entry + " 2=B 3=A");
        BOOST_TEST(key_of({{"1", "2", "3"}, {entry, "B", "A"}}) == "1=" + entry + " 2=B 3=A");
        BOOST_TEST(key_of({{"1", "2", "3"}, {"B", "A", entry}}) == "1=B 2=A 3=" + entry);
    }
    BOOST_TEST(key_of({{"1", "2"}, {"B", ""}}) == "1=B 2=");
}

BOOST_AUTO_TEST_CASE(points_and_pages_are_no_answers) {
    BOOST_TEST(key_of({{"No", "Answer", "Points"}, {"1", "B", "1"}, {"2", "A", "2"}, {"3", "B", "1"}}) ==
               "1=B 2=A 3=B");
    BOOST_TEST(key_of({{"No", "Answer", "Page"}, {"1", "B", "12"}, {"2", "A", "3"}}) == "1=B 2=A");
    BOOST_TEST(key_of({{"No", "Points", "Answer"}, {"1", "1", "B"}, {"2", "2", "A"}, {"3", "5", "B"}}) ==
               "1=B 2=A 3=B");
    BOOST_TEST(key_of({{"1", "1", "B"}, {"2", "2", "A"}, {"3", "5", "B"}}) == "1=B 2=A 3=B");
    BOOST_TEST(key_of({{"1", "B", "1"}, {"2", "A", "2"}}) == "1=B 2=A");
    BOOST_TEST(key_of({{"No", "Topic", "Key"}, {"1", "A", "B"}, {"2", "C", "A"}}) == "1=B 2=A");
}

BOOST_AUTO_TEST_CASE(answers_stand_below_their_numbers) {
    BOOST_TEST(key_of({{"1", "2", "3"}, {"B", "A", "B"}}) == "1=B 2=A 3=B");
    BOOST_TEST(key_of({{"Frage", "1", "2"}, {"Antwort", "B", "A"}}) == "1=B 2=A");
    BOOST_TEST(key_of({{"1", "2"}, {"B", "A"}, {"3", "4"}, {"A", "C"}}) == "1=B 2=A 3=A 4=C");
}

BOOST_AUTO_TEST_CASE(other_tables_are_no_key) {
    BOOST_TEST(key_of({}).empty());
    BOOST_TEST(key_of({{"1", "5"}, {"2", "7"}}).empty());
    BOOST_TEST(key_of({{"1", "essay"}, {"2", "see book"}}).empty());
    BOOST_TEST(key_of({{"Year", "Event"}, {"1914", "war"}, {"1918", "peace"}}).empty());
    BOOST_TEST(key_of({{"Part A", ""}, {"1", "B"}, {"Part B", ""}, {"2", "A"}}) == "1=B 2=A");
}

BOOST_AUTO_TEST_SUITE_END()
