#include "core/imports/docx_reader.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

using namespace examwright;

BOOST_AUTO_TEST_SUITE(docx_reader)

namespace {

using texts = std::vector<std::string>;

/// Reads a Word document and says each question as "stem | options | right one".
texts read_word(const std::vector<word_paragraph>& paragraphs) {
    const auto set = read_docx(paragraphs);
    BOOST_REQUIRE_MESSAGE(set.has_value(), set.error().detail);
    texts read;
    for (const auto& question : set->questions) {
        auto line = question.stem;
        for (const auto& option : question.options)
            line += " | " + option;
        read.push_back(line + " | " + question.options[question.correct]);
    }
    return read;
}

/// The same for what was left out: "name: reason".
texts left_out_of(const std::vector<word_paragraph>& paragraphs) {
    const auto set = read_docx(paragraphs);
    if (!set)
        return {set.error().detail};
    texts parts;
    for (const auto& part : set->left_out)
        parts.push_back(part.name + ": " + part.reason);
    return parts;
}

std::vector<word_paragraph> joined(std::vector<word_paragraph> first,
                                   const std::vector<word_paragraph>& then) {
    first.insert(first.end(), then.begin(), then.end());
    return first;
}

const std::vector<word_paragraph> last_question{{"2. Two?"}, {"A) x"}, {"B) y"}, {"Answer: A"}};
const std::vector<word_paragraph> three_questions{{"1. One?"}, {"A) x"}, {"B) y"},      {"C) z"},
                                                  {"2. Two?"}, {"A) x"}, {"B) y"},      {"3. Three?"},
                                                  {"A) x"},    {"B) y"}, {"Answer key"}};

constexpr auto numbered = word_paragraph::numbering::number;
constexpr auto unlisted = word_paragraph::numbering::none;

}  // namespace

BOOST_AUTO_TEST_CASE(a_word_document_in_the_usual_form_is_read) {
    using numbering = word_paragraph::numbering;
    const auto set = read_docx({{"Quiz", numbering::none, true},
                                {"1. Which is longest?"},
                                {"A) Nile"},
                                {"B) Rhine", numbering::none, true},
                                {"2) Which is\tshortest?"},
                                {"(a) Elbe"},
                                {"(b) *Oder"},
                                {"Answer: A"},
                                {"Explanation: It is."},
                                {"Third", numbering::number},
                                {"x", numbering::letter},
                                {"*y", numbering::letter},
                                {"4. Fourth?"},
                                {"a. p"},
                                {"b. q"},
                                {"5. Nothing marked?"},
                                {"a. p"},
                                {"b. q"},
                                {"Answer key"},
                                {"4. B"}});
    BOOST_REQUIRE_MESSAGE(set.has_value(), set.error().detail);
    BOOST_TEST(set->title == "Quiz");
    BOOST_REQUIRE(set->questions.size() == 4u);
    BOOST_TEST(set->questions[0].options[set->questions[0].correct] == "Rhine");
    BOOST_TEST(set->questions[1].options[set->questions[1].correct] == "Elbe");
    BOOST_TEST(set->questions[1].explanation == "It is.");
    BOOST_TEST(set->questions[2].options[set->questions[2].correct] == "y");
    BOOST_TEST(set->questions[3].options[set->questions[3].correct] == "q");
    BOOST_REQUIRE(set->left_out.size() == 1u);
    BOOST_TEST(set->left_out[0].name == "Question 5");
}

BOOST_AUTO_TEST_CASE(options_in_a_word_document_may_share_a_paragraph) {
    const word_paragraph soft{"A) Nile\nB) Rhine\nC) Elbe", unlisted, false, "", {{8, 16}}};
    const auto read = read_word({{"1. Longest?"},
                                 soft,
                                 {"2. Which?\nA. H2O\n*B. CO2\nC. O2"},
                                 {"Chosen?\na) x\nb) y\nRichtige Antwort: b)", numbered},
                                 {"4. On one line?"},
                                 {"A) Nile  B) Rhine  C) *Elbe"},
                                 {"5. On two?"},
                                 {"(a) one\t(b) two"},
                                 {"(c) three\t(d) four"},
                                 {"Answer: d"},
                                 {"6. Behind it? A) yes B) no"},
                                 {"Answer: yes"},
                                 {"7. Who?"},
                                 {"A. Smith and B. Jones"},
                                 {"B. Brown ✓"}});
    const texts expected{"Longest? | Nile | Rhine | Elbe | Rhine",
                         "Which? | H2O | CO2 | O2 | CO2",
                         "Chosen? | x | y | y",
                         "On one line? | Nile | Rhine | Elbe | Elbe",
                         "On two? | one | two | three | four | four",
                         "Behind it? | yes | no | yes",
                         "Who? | Smith and B. Jones | Brown | Brown"};
    BOOST_TEST(read == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_key_in_a_word_document_may_stand_in_one_line) {
    for (const char* key :
         {"Answers: 1B 2A", "Key: 1-b, 2-a", "Answer key: 1. B, 2. A", "1B 2A", "Lösungen: 1b; 2a",
          "Réponses : 1) b 2) a", "Respuestas: 1.b 2.a", "Gabarito: 1-B 2-A", "उत्तर कुंजी: 1-B, 2-A"})
        BOOST_TEST(read_word({{"1. One?"}, {"A) x"}, {"B) y"}, {"2. Two?"}, {"A) x"}, {"B) y"}, {key}}) ==
                       (texts{"One? | x | y | y", "Two? | x | y | x"}),
                   key);
}

BOOST_AUTO_TEST_CASE(the_answer_in_a_word_document_is_named_in_six_languages) {
    for (const char* answer :
         {"Answer: B", "Correct answer: (b)", "Correct option: B) y", "Ans. B", "Richtige Antwort: b)",
          "Lösung: B", "Antwort B", "Réponse : b", "Bonne réponse : B.", "La bonne réponse est : b",
          "Respuesta correcta: b)", "Respuesta: B", "Resposta correta: B", "Gabarito: B", "सही उत्तर: B",
          "उत्तर: (b)"})
        BOOST_TEST(read_word({{"1. One?"}, {"A) x"}, {"B) y"}, {answer}, {"2. Two?"}, {"a) *x"}, {"b) y"}}) ==
                       (texts{"One? | x | y | y", "Two? | x | y | x"}),
                   answer);
}

BOOST_AUTO_TEST_CASE(an_unreadable_entry_of_a_key_uses_up_its_number) {
    for (const char* entry : {"see book", "-", "essay", ""}) {
        const auto list = joined(three_questions, {{entry, numbered}, {"A", numbered}, {"B", numbered}});
        BOOST_TEST(read_word(list) == (texts{"Two? | x | y | x", "Three? | x | y | y"}),
                   entry << boost::test_tools::per_element());
        BOOST_TEST(left_out_of(list).front().starts_with("Question 1: "), entry);
    }
    BOOST_TEST(left_out_of(joined(three_questions, {{"1. see book"}, {"2. B"}, {"3. A"}})) ==
               texts{"Question 1: its answer \"see book\" names none of its options"});
}

BOOST_AUTO_TEST_CASE(a_question_with_several_right_answers_is_left_out) {
    const texts several{"Question 1: it has several right answers"};
    for (const char* answer :
         {"Answer: B and C", "Answer: B & C", "Answer: B C", "Answers: B/C", "Correct answers: B or C",
          "Answer: BC", "Answer: (B) and (C)", "Answer: (A) and (B)", "Answer: A, C",
          "Richtige Antworten: b und c", "Answers B and C"})
        BOOST_TEST(left_out_of(joined({{"1. One?"}, {"A) x"}, {"B) y"}, {"C) z"}, {answer}},
                                      last_question)) == several,
                   answer);
    for (const char* key : {"1. B and C", "1. B, C", "1: (A), (B)"})
        BOOST_TEST(left_out_of(joined(three_questions, {{key}, {"2. B"}, {"3. A"}})) == several, key);
    BOOST_TEST(left_out_of(joined(three_questions, {{"1. A,C 2. B 3. A"}})) == several);
    const word_paragraph bold{"A) x", unlisted, true}, also_bold{"B) y", unlisted, true};
    BOOST_TEST(left_out_of(joined({{"1. One?"}, bold, also_bold, {"C) z"}}, last_question)) == several);
    BOOST_TEST(left_out_of(joined({{"1. One?"}, {"A) *x"}, {"B) *y"}}, last_question)) == several);
    BOOST_TEST(left_out_of(joined({{"1. One?"}, bold, also_bold}, last_question)) ==
               texts{"Question 1: its right answer is neither marked nor named"});
}

BOOST_AUTO_TEST_CASE(a_sentence_is_no_answer) {
    const auto with = [](const char* line) {
        return joined({{"1. One?"}, {"A) x"}, {"B) y"}, {"Answer: B"}, {line}}, last_question);
    };
    const texts expected{"One? | x | y | y", "Two? | x | y | x"};
    for (const char* line :
         {"Solution: A body at rest stays at rest.", "Key idea: a is wrong", "Answer: B",
          "Keys and locks (questions 2-3)", "Solutions and mixtures", "Explanations of terms", "Solutions",
          "Explanations", "Answers may be used once.", "Answer: A"})
        BOOST_TEST(read_word(with(line)) == expected, line << boost::test_tools::per_element());
    BOOST_TEST(read_docx(with("Solution: A body at rest stays at rest."))->questions[0].explanation ==
               "A body at rest stays at rest.");
    for (const char* line : {"Key idea: a is wrong", "Solutions and mixtures", "Answer: A"})
        BOOST_TEST(left_out_of(with(line)) ==
                   texts{"The text below Question 1: \"" + std::string(line) + "\" belongs to no question"});
}

BOOST_AUTO_TEST_CASE(a_line_of_the_question_is_no_answer_and_no_heading) {
    for (const std::string line : {"Answer the question by the table: a", "Correct the sentence: b",
                                   "Answers may be used once.", "answers below is right?", "Answers", "Key"})
        BOOST_TEST(
            read_word(joined({{"1. Which?"}, {line}, {"A) x"}, {"B) y"}, {"Answer: B"}}, last_question)) ==
                (texts{"Which?\n" + line + " | x | y | y", "Two? | x | y | x"}),
            line << boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(questions_may_follow_a_key) {
    BOOST_TEST(read_word({{"1. One?"},
                          {"A) x"},
                          {"B) y"},
                          {"Answer: 1. B"},
                          {"2. Two?"},
                          {"A) x"},
                          {"B) y"},
                          {"Answer: 2. A"}}) == (texts{"One? | x | y | y", "Two? | x | y | x"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(numbers_may_begin_again) {
    const std::vector<word_paragraph> parts{{"1. One?"}, {"A) x"}, {"B) y"},      {"1. Two?"},
                                            {"A) p"},    {"B) q"}, {"Answer key"}};
    BOOST_TEST(
        read_word(joined(parts, {{"1. B"}, {"1. A"}})) == (texts{"One? | x | y | y", "Two? | p | q | p"}),
        boost::test_tools::per_element());
    BOOST_TEST(left_out_of(joined(parts, {{"1. B"}})).front().find("several questions have its number") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(lines_that_belong_to_nothing_are_told) {
    BOOST_TEST(read_word({{"1. One?"}, {"A) x"}, {"and more"}, {"B) y"}, {"Answer: B"}}) ==
               texts{"One? | x\nand more | y | y"});
    const auto with = joined(
        {{"1. One?"}, {"A) x"}, {"B) y"}, {"Answer: B"}, {"Read the text."}, {"Then go on."}}, last_question);
    BOOST_TEST(read_word(with).size() == 2u);
    BOOST_TEST(left_out_of(with) ==
               texts{"The text below Question 1: \"Read the text.\" and 1 more line belong "
                     "to no question"});
}

BOOST_AUTO_TEST_CASE(a_number_may_be_a_heading_or_missing) {
    BOOST_TEST(read_word({{"Question 1"},
                          {"Which?"},
                          {"A. x"},
                          {"B. y"},
                          {"Answer: A"},
                          {"Question 2 (3 points)"},
                          {"A. p"},
                          {"B. q"},
                          {"Answer: B"}}) == (texts{"Which? | x | y | x", "(3 points) | p | q | q"}),
               boost::test_tools::per_element());
    BOOST_TEST(read_word({{"Quiz"},
                          {"One?"},
                          {"A. x"},
                          {"B. y"},
                          {"Answer: A"},
                          {"Two?"},
                          {"A. p"},
                          {"B. q"},
                          {"Answer: B"}}) == (texts{"One? | x | y | x", "Two? | p | q | q"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
