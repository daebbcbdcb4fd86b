#include "core/imports/csv_reader.hpp"

#include <boost/test/unit_test.hpp>

#include "core/exports/blooket.hpp"
#include "core/imports/import_format.hpp"
#include "test/support/nasty_test.hpp"

using namespace examwright;

BOOST_AUTO_TEST_SUITE(csv_reader)

namespace {

question_set read(const std::string& text) {
    BOOST_TEST((detect_import_format(text) == import_format::csv), text);
    auto set = read_csv(text);
    BOOST_REQUIRE_MESSAGE(set.has_value(), set.error().detail);
    return std::move(*set);
}

std::string right_of(const std::string& text) {
    const auto set = read(text);
    return set.questions.empty() ? "" : set.questions[0].options[set.questions[0].correct];
}

std::string reason_of(const std::string& row) {
    const auto set = read("Question,A,B,C,Correct\nGood,x,y,z,A\n" + row + "\n");
    return set.left_out.empty() ? "" : set.left_out[0].reason;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_separator_is_the_one_that_parts_the_names) {
    for (const char* table :
         {"Question;A;B;Correct\nA, B, C, D, E, F, G, or what?;x;y;B\n",
          "Question\tA\tB\tCorrect\nOne, two; three?\tx\ty\tB\n", "Question|A|B|Correct\nQ|x|y|B\n",
          "Question,A,B,Correct\n\"One; two; three; four; five\",x,y,B\n"})
        BOOST_TEST(right_of(table) == "y", table);
}

BOOST_AUTO_TEST_CASE(a_number_is_not_the_question) {
    for (const char* name : {"Question #", "#", "No.", "n", "Question number"})
        BOOST_TEST(
            read(std::string(name) + ",Question text,Answer 1,Answer 2,Correct answer\n7,Which?,x,y,2\n")
                    .questions[0]
                    .stem == "Which?",
            name);
    const auto test = normalized_for_export(test::nasty_test());
    auto four = test;
    four.questions.pop_back();
    four.ids.pop_back();
    const auto set = read(write_blooket(four));
    BOOST_TEST(set.questions[0].stem == on_one_line(test.questions[0].stem));
    BOOST_TEST(set.questions[0].options == test.questions[0].options, boost::test_tools::per_element());
    BOOST_TEST(set.questions[0].correct == test.questions[0].correct);
}

BOOST_AUTO_TEST_CASE(the_right_answer_is_named_in_many_ways) {
    for (const char* key : {"B", "b)", "2", "Choice 2", "y", "Y"})
        BOOST_TEST(
            right_of("Question,Choice 1,Choice 2,Correct choice\nQ,x,y," + std::string(key) + "\n") == "y",
            key);
    BOOST_TEST(right_of("प्रश्न,विकल्प क,विकल्प ख,सही उत्तर\nक्या?,x,y,ख\n") == "y");
}

BOOST_AUTO_TEST_CASE(what_is_left_out_has_its_reason) {
    BOOST_TEST(reason_of("Q,x,y,z,\"A, C\"") == "it has several right answers");
    BOOST_TEST(reason_of("Q,x,y,z,A and C") == "it has several right answers");
    BOOST_TEST(reason_of("Q,x,y,z,AC") == "it has several right answers");
    BOOST_TEST(reason_of("Q,x,y,z,1;2") == "it has several right answers");
    BOOST_TEST(reason_of("Q,x,y,z,") == "no right answer is named");
    BOOST_TEST(reason_of("Q,x,y,z,D") == "its right answer \"D\" is none of its options");
    BOOST_TEST(reason_of("Q,x,,z,A") == "its option B is empty");
    BOOST_TEST(reason_of(",x,y,z,A") == "it has no text");
}

BOOST_AUTO_TEST_CASE(an_eleventh_option_is_told) {
    const auto set = read(
        "question,a,b,c,d,e,f,g,h,i,j,k,correct\nTen,0,1,2,3,4,5,6,7,8,9,,A\n"
        "Eleven,0,1,2,3,4,5,6,7,8,9,10,A\n");
    BOOST_TEST(set.questions.size() == 1u);
    BOOST_REQUIRE(set.left_out.size() == 1u);
    BOOST_TEST(set.left_out[0].reason == "it has 11 options; 10 are the most");
}

BOOST_AUTO_TEST_CASE(the_difficulty_is_told_in_six_languages) {
    const auto level = [](const std::string& word) {
        return to_string(read("Question,A,B,Correct,Difficulty\nQ,x,y,A," + word + "\n").questions[0].level);
    };
    for (const char* word : {"hard", "Schwer", "difficile", "difícil", "कठिन"})
        BOOST_TEST(level(word) == "hard", word);
    for (const char* word : {"easy", "leicht", "facile", "Fácil", "आसान"})
        BOOST_TEST(level(word) == "easy", word);
    BOOST_TEST(level("mittel") == "medium");
}

BOOST_AUTO_TEST_CASE(columns_have_short_names_too) {
    for (const char* names :
         {"Opt A,Opt B,Ans", "opt1,opt2,Correct Ans", "Response A,Response B,Correct Response",
          "Option 1,Option 2,Correct Option Number", "option_1,option_2,answer_index"})
        BOOST_TEST(right_of("Question," + std::string(names) + "\nQ,x,y," +
                            (std::string(names).find('1') == std::string::npos ? "B" : "2") + "\n") == "y",
                   names);
}

BOOST_AUTO_TEST_CASE(an_index_counts_from_what_the_table_shows) {
    const auto keys = [](const std::string& names, const std::vector<std::string>& indexes) {
        auto table = "question," + names + "\n";
        for (const auto& index : indexes)
            table += "Q" + index + ",x,y,z," + index + "\n";
        std::string right;
        const auto set = read_csv(table);
        for (const auto& question : set ? set->questions : std::vector<question>())
            right += question.options[question.correct];
        return right;
    };
    BOOST_TEST(keys("a,b,c,answer_index", {"0", "2", "1"}) == "xzy");
    BOOST_TEST(keys("a,b,c,correct index", {"1", "3", "2"}) == "xzy");
    BOOST_TEST(keys("option_1,option_2,option_3,answer_index", {"1", "2"}) == "xy");
    BOOST_TEST(keys("option0,option1,option2,answer", {"1", "2"}) == "yz");
    BOOST_TEST(keys("a,b,c,answer_index", {"1", "2"}) == "");
    BOOST_TEST(keys("a,b,c,answer_index", {"B", "C"}) == "yz");
}

BOOST_AUTO_TEST_SUITE_END()
