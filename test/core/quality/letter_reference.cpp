#include <boost/test/unit_test.hpp>

#include "core/quality/flaws.hpp"

using namespace examwright;

BOOST_AUTO_TEST_SUITE(letter_reference)

namespace {

bool has_letter_reference(const question_text& text) {
    return find_letter_reference(text).has_value();
}

bool refers(const char* explanation) {
    question question;
    question.stem = "Which one is it?";
    question.options = {"Alpha", "Beta", "Gamma", "Delta"};
    question.explanation = explanation;
    return has_letter_reference(question);
}

}  // namespace

BOOST_AUTO_TEST_CASE(explanations_that_name_a_letter) {
    for (const char* text : {
             "Option B is wrong because it confuses cause and effect.",
             "This is why option A is right.",
             "The other choices, options A, C and D, are too broad.",
             "The correct answer is C.",
             "The answer is B because respiration makes ATP.",
             "Answer D describes mitosis instead.",
             "The right choice must be A.",
             "Therefore option (b) is too narrow.",
             "**Option B** is too narrow.",
             "Correct answer: C. Respiration makes ATP.",
             "B is incorrect, as it names an effect.",
             "A and D are both wrong.",
             "Respiration makes ATP; C is incorrect.",
             "(C) is too broad.",
             "Respiration makes ATP. (A) confuses it with photosynthesis.",
             "A) is too broad. C) is too narrow.",
             "Option B's claim is too broad.",
             "Antwort B ist falsch, weil sie die Ursache verwechselt.",
             "Die richtige Antwort ist C.",
             "Richtig ist die Antwort D, denn sie nennt die Ursache.",
             "La réponse B est fausse car elle confond la cause.",
             "La bonne réponse est la C.",
             "La opción B es incorrecta porque confunde la causa.",
             "La respuesta correcta es la C.",
             "A alternativa B está incorreta porque confunde a causa.",
             "A resposta correta é a letra C.",
             "A opção D descreve outro processo.",
             "विकल्प B गलत है क्योंकि यह कारण नहीं है।",
             "सही उत्तर C है।",
             "विकल्प (ख) गलत है।",
             "As (B) is a fish, it is no mammal.",
             "B) is a fish.",
             "A is the right answer, as whales feed milk.",
             "C is a distractor.",
             "The key is A.",
             "Correct: A.",
             "B confuses the two.",
             "D would be correct for a bird.",
             "Statement B is false.",
             "B is false, as a trout is a fish.",
             "Richtig ist A, denn der Wal säugt.",
             "Möglichkeit B ist ein Fisch.",
             "L'option C est un insecte.",
             "La proposition B est un poisson.",
             "A letra B está errada.",
         })
        BOOST_TEST(refers(text), text);
}

BOOST_AUTO_TEST_CASE(explanations_that_speak_of_letters_otherwise) {
    for (const char* text : {
             "",
             "Vitamin B is found in grain.",
             "Hepatitis B is passed on by blood, and a vaccine is the best answer to it.",
             "Plan B was to land in Normandy.",
             "Vitamin C is necessary, and vitamin D is correct for bones.",
             "B cells make antibodies.",
             "The answer is that B cells make antibodies.",
             "The answer is B cells, which make antibodies.",
             "A correct answer names the cause.",
             "A is the first letter of the alphabet.",
             "The best option a farmer has is to rotate crops.",
             "Answer a question with care.",
             "Answer: A cell is the smallest unit of life.",
             "The immune answer E. coli provokes is strong.",
             "An option C++ programmers have is a template.",
             "Carbon (C) is lighter than oxygen (O).",
             "Adenine (A) pairs with thymine (T), cytosine (C) with guanine (G).",
             "The process has steps: (a) heating and (b) cooling.",
             "Grade A eggs are the best choice. A hen lays them.",
             "A and B are right angles, so C is acute.",
             "Group A and group B differ in their antigens.",
             "The choice is an either-or. E is Euler's number.",
             "Die Antwort auf die Frage gab Vitamin B.",
             "Das ist eine Option. Die A-Moll-Tonart passt.",
             "La vitamine C est nécessaire ; la réponse d'un corps sain est rapide.",
             "La respuesta a esta pregunta es la vitamina C.",
             "Es una opción a considerar y una respuesta e idea nueva.",
             "A resposta a essa pergunta é a vitamina C.",
             "Essa é uma opção e uma alternativa a considerar.",
             "विटामिन B अनाज में होता है।",
             "ध्रुव तारा उत्तर दिशा में है।",
             "Carbon, written as (C) in formulas, has four bonds.",
             "In the formula, C represents the concentration and E is the energy.",
             "Adenine (A) and (B) are no pair.",
             "The correct value is 3, and C is the constant.",
         })
        BOOST_TEST(!refers(text), text);
}

BOOST_AUTO_TEST_CASE(letters_of_as_many_options_as_there_are) {
    const auto refers_among = [](std::size_t count, const char* explanation) {
        question question;
        question.stem = "Which one is it?";
        for (std::size_t i = 0; i < count; ++i)
            question.options.push_back("Word " + std::to_string(i));
        question.explanation = explanation;
        return has_letter_reference(question);
    };
    for (const char* text : {"Option H is wrong because it confuses cause and effect.", "G is incorrect.",
                             "The correct answer is J.", "Therefore option (f) is too narrow."}) {
        BOOST_TEST(refers_among(10, text), text);
        BOOST_TEST(!refers_among(4, text), text);
    }
}

BOOST_AUTO_TEST_CASE(an_option_that_is_a_letter_may_be_named) {
    question question;
    question.stem = "Which note lies a fifth above G?";
    question.options = {"B", "D", "A", "C"};
    question.correct = 1;
    for (const char* text : {"D is correct, as it lies seven semitones higher.", "The answer is D.",
                             "C is wrong: it lies a fourth higher.", "Correct: D."}) {
        question.explanation = text;
        BOOST_TEST(!has_letter_reference(question), text);
    }
    question.explanation = "Option B is correct.";
    BOOST_TEST(has_letter_reference(question));
}

BOOST_AUTO_TEST_CASE(a_letter_of_the_subject_is_no_option) {
    question question;
    question.stem = "If A and B are statements and B is false, what is their conjunction?";
    question.options = {"False", "True", "Open", "Void"};
    question.explanation = "B is false, and statement B is a part of it.";
    BOOST_TEST(!has_letter_reference(question));
    question.stem = "What is the conjunction of the two statements?";
    BOOST_TEST(has_letter_reference(question));
    question.source_quote = "With A or B false their conjunction is false.";
    BOOST_TEST(!has_letter_reference(question));
}

BOOST_AUTO_TEST_SUITE_END()
