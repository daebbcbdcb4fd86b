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

BOOST_AUTO_TEST_SUITE_END()
