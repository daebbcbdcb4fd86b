#include "core/quality/same_question.hpp"

#include <boost/test/unit_test.hpp>

using namespace examwright;

BOOST_AUTO_TEST_SUITE(same_question)

namespace {

using pair = std::pair<const char*, const char*>;

grounded_question answered(const char* key, const char* quote, std::size_t begin) {
    grounded_question found;
    found.content.options = {"Lima", key, "Oslo", "Rome"};
    found.content.correct = 1;
    found.content.source_quote = quote;
    found.place = {begin, begin + 40, 1, true};
    return found;
}

}  // namespace

BOOST_AUTO_TEST_CASE(these_ask_the_same) {
    const pair pairs[] = {
        {"What is photosynthesis?", "what is  Photosynthesis"},
        {"What is the main function of the mitochondria?", "What is the primary function of mitochondria?"},
        {"Which organelle produces most of the ATP in animal cells?",
         "Which organelle makes most of the ATP in animal cells?"},
        {"Which gas do plants take in from the air during photosynthesis?",
         "Which gas do green plants take in from the air during photosynthesis?"},
        {"光合作用需要什么？", "光合作用需要什么"},
        {"पौधे भोजन कैसे बनाते हैं?", "पौधे भोजन कैसे बनाते हैं"},
        {"The ____ makes ATP.", "The _____ makes ATP"},
        {"Was ist die Aufgabe der Mitochondrien in der tierischen Zelle heute?",
         "Was ist die Aufgabe der Mitochondrien in der tierischen Zelle?"},
    };
    for (const auto& [left, right] : pairs) {
        BOOST_TEST(examwright::asks_the_same(left, right), left << " | " << right);
        BOOST_TEST(examwright::asks_the_same(right, left), right << " | " << left);
    }
}

BOOST_AUTO_TEST_CASE(these_do_not) {
    const pair pairs[] = {
        {"What is the capital of France?", "What is the capital of Spain?"},
        {"What is the function of the mitochondria?", "What is the function of the nucleus?"},
        {"When was the Eiffel Tower built?", "Where was the Eiffel Tower built?"},
        {"Which of these is a mammal?", "Which of these is not a mammal?"},
        {"What is photosynthesis?", "What is the product of photosynthesis?"},
        {"What happened in Europe in the spring of 1914?", "What happened in Europe in the spring of 1918?"},
        {"What is the role of the left ventricle in circulation?",
         "What is the role of the right ventricle in circulation?"},
        {"Which of the following best describes the nucleus in animal cells?",
         "Which of the following best describes the vacuole in animal cells?"},
        {"Question 3: which part of the long text on cells and tissues is this about?",
         "Question 4: which part of the long text on cells and tissues is this about?"},
        {"What does the term alpha stand for?", "What does the term gamma stand for?"},
        {"法国的首都是哪个城市？", "德国的首都是哪个城市？"},
        {"भारत की राजधानी क्या है?", "नेपाल की राजधानी क्या है?"},
        {"¿Cuál es la función de la mitocondria?", "¿Cuál es la función del núcleo?"},
        {"Quelle est la capitale de la France ?", "Quelle est la capitale de la Belgique ?"},
        {"", ""},
        {"?", "!"},
    };
    for (const auto& [left, right] : pairs) {
        BOOST_TEST(!examwright::asks_the_same(left, right), left << " | " << right);
        BOOST_TEST(!examwright::asks_the_same(right, left), right << " | " << left);
    }
}

BOOST_AUTO_TEST_CASE(blanks) {
    const pair pairs[] = {
        {"The ____ is the powerhouse of the cell.", "The mitochondrion is the ____ of the cell."},
        {"The mitochondrion is the ____ of the cell.", "The mitochondrion is the powerhouse of the ____."},
        {"In 1914 the ____ began in the summer of the year.",
         "In 1918 the ____ ended in the autumn of the year."},
        {"The light reactions of all green plants split [blank] and set oxygen free in leaves.",
         "The light reactions of all green plants split water and set [blank] free in leaves."},
        {"Water is split in the ____ reactions of plants.",
         "Sugar is built in the ____ reactions of plants."},
    };
    for (const auto& [left, right] : pairs)
        BOOST_TEST(!examwright::asks_the_same(left, right), left << " | " << right);
}

BOOST_AUTO_TEST_CASE(the_same_key_from_the_same_place) {
    const auto one = answered("Paris", "Paris is the capital of France.", 100);
    BOOST_TEST(repeats_answer(one, answered("paris.", "The capital of France is a large city.", 115)));
    BOOST_TEST(!repeats_answer(one, answered("Paris", "Its river is the Seine.", 125)));  // shares too little
    BOOST_TEST(!repeats_answer(one, answered("Paris", "Its river is the Seine.", 900)));
    BOOST_TEST(!repeats_answer(one, answered("Bern", "Paris is the capital of France.", 100)));
}

BOOST_AUTO_TEST_CASE(what_the_document_says_twice) {
    const auto one = answered("Paris", "Paris is the capital of France.", 100);
    BOOST_TEST(repeats_answer(one, answered("Paris", "Paris is the  capital of France", 5000)));
    BOOST_TEST(repeats_answer(one.content, answered("Paris", "Paris is the capital of France.", 7).content));
}

BOOST_AUTO_TEST_SUITE_END()
