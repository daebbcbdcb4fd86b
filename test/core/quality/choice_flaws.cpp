// References to other options, questions that are no choice, and wrong languages.
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "core/quality/flaws.hpp"

using namespace examwright;

BOOST_AUTO_TEST_SUITE(choice_flaws)

namespace {

bool refers_to_options(const question_text& text) {
    return find_option_reference(text).has_value();
}

bool is_not_a_choice(const question_text& text) {
    return find_no_choice(text).has_value();
}

bool is_in_wrong_language(const question_text& text) {
    return find_wrong_language(text).has_value();
}

question with_last(const char* option) {
    question question;
    question.stem = "Which one is it?";
    question.options = {"Alpha", "Beta", "Gamma", option};
    return question;
}

question with_stem(const char* stem) {
    auto question = with_last("Delta");
    question.stem = stem;
    return question;
}

question in_language(const char* stem, std::vector<std::string> options, const char* explanation) {
    question question;
    question.stem = stem;
    question.options = std::move(options);
    question.explanation = explanation;
    return question;
}

const char* const english_explanation =
    "It makes most of the energy that the cell needs for all of its work.";
const char* const spanish_explanation =
    "Produce la mayor parte de la energía que la célula necesita para el trabajo.";
const char* const spanish_stem = "¿Qué orgánulo es el que produce la mayor parte de la energía de la célula?";

}  // namespace

BOOST_AUTO_TEST_CASE(references_in_six_languages) {
    for (const char* option : {"All of the above",
                               "None of the above.",
                               "Both A and B",
                               "All of these",
                               "None of these are correct",
                               "Both of the above",
                               "All are correct",
                               "A & C",
                               "Alle oben genannten",
                               "Keine der Antworten",
                               "Keine der genannten",
                               "A und B",
                               "Sowohl A als auch C",
                               "Weder A noch B",
                               "Toutes les réponses",
                               "Aucune de ces réponses",
                               "A et B",
                               "Ni A ni B",
                               "Todas las anteriores",
                               "Ninguna de las anteriores",
                               "A y C son correctas",
                               "Todas as anteriores",
                               "Nenhuma das anteriores",
                               "A e B",
                               "उपरोक्त सभी",
                               "इनमें से कोई नहीं",
                               "A और B दोनों",
                               "(क) और (ख)",
                               "以上都是",
                               "The above options are all correct",
                               "Same as option B",
                               "Alle der oben genannten",
                               "Alles oben Genannte",
                               "Alle Aussagen sind richtig",
                               "Keine von diesen",
                               "Alle genannten",
                               "Les deux",
                               "Les trois affirmations ci-dessus sont vraies",
                               "Toutes les options ci-dessus",
                               "Tous les choix ci-dessus",
                               "Las opciones A y B",
                               "Ninguna es correcta",
                               "Nenhuma está correta"})
        BOOST_TEST(refers_to_options(with_last(option)), option);
    for (const char* option : {"All of these processes run in the nucleus",
                               "Vitamins A and D",
                               "All of the planets",
                               "None",
                               "Both parents",
                               "Both sides",
                               "All of the above-ground parts",
                               "Alle Zellen",
                               "Keine Zelle",
                               "Toutes les plantes",
                               "Todas las plantas",
                               "Todas",
                               "Ninguna",
                               "कोई नहीं",
                               "Ninguna célula",
                               "Todas as plantas",
                               "Nenhuma célula",
                               "सभी पौधे",
                               "I and II",
                               "Above the sea",
                               "B cells and T cells",
                               "The above-ground parts",
                               "All of the listed companies in Germany",
                               "Alle genannten Autoren schreiben auf Deutsch",
                               "Les deux pôles",
                               "Tous les choix politiques"})
        BOOST_TEST(!refers_to_options(with_last(option)), option);
}

BOOST_AUTO_TEST_CASE(letters_beyond_e) {
    question question;
    question.stem = "Which one is it?";
    question.options = {"Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta", "Eta", "Both F and G"};
    BOOST_TEST(refers_to_options(question));
    question.options.erase(question.options.begin() + 3, question.options.begin() + 7);
    BOOST_TEST(!refers_to_options(question));
}

BOOST_AUTO_TEST_CASE(not_a_choice) {
    for (const char* stem :
         {"_____", "_____ .", "......", "( )", "[blank]", "", "?", "Fill in the blank: ____"})
        BOOST_TEST(is_not_a_choice(with_stem(stem)), stem);
    for (const char* stem : {"The cell makes _____.", "2 + 2 = ?", "细胞?", "∫", "H₂O"})
        BOOST_TEST(!is_not_a_choice(with_stem(stem)), stem);
    auto two = with_stem("Is a whale a mammal?");
    two.options = {"True", "False"};
    BOOST_TEST(is_not_a_choice(two));
    two.options = {"True", "False", "Not known"};
    BOOST_TEST(!is_not_a_choice(two));
}

BOOST_AUTO_TEST_CASE(a_part_in_another_language_than_the_document) {
    const auto question =
        in_language(spanish_stem, {"Núcleo", "Mitocondria", "Vacuola", "Ribosoma"}, spanish_explanation);
    BOOST_TEST(!is_in_wrong_language({question, language::spanish}));
    BOOST_TEST(!is_in_wrong_language({question, language::unknown}));
    for (auto other : {language::english, language::german, language::french, language::portuguese,
                       language::hindi, language::other_script})
        BOOST_TEST(is_in_wrong_language({question, other}));
    const auto mixed =
        in_language(spanish_stem, {"Núcleo", "Mitocondria", "Vacuola", "Ribosoma"}, english_explanation);
    BOOST_TEST(is_in_wrong_language({mixed, language::spanish}));
    BOOST_TEST(is_in_wrong_language(mixed));
}

BOOST_AUTO_TEST_CASE(what_is_short_or_unsure_is_no_wrong_language) {
    const auto terse = in_language("ATP?", {"Nucleus", "Mitochondrion", "Vacuole", "Ribosome"}, "Energy.");
    for (auto other : {language::german, language::spanish, language::hindi})
        BOOST_TEST(!is_in_wrong_language({terse, other}));
    const auto italian = in_language("Quale organello produce la maggior parte dell'energia della cellula?",
                                     {"Nucleo", "Mitocondrio", "Vacuolo", "Ribosoma"},
                                     "Produce la maggior parte dell'energia.");
    BOOST_TEST(!is_in_wrong_language({italian, language::unknown}));
}

BOOST_AUTO_TEST_CASE(a_document_that_teaches_a_language_may_quote_it) {
    auto question =
        in_language("Which of these sentences is in the subjunctive, and what makes it so?",
                    {"Quiero que vengas a la fiesta con nosotros", "Sé que el tren ya no está en la estación",
                     "Dice que es para el niño", "La casa es de los dos"},
                    "It follows a verb of wishing, which is what the subjunctive is for.");
    BOOST_TEST(!is_in_wrong_language({question, language::english}));
    question.explanation = spanish_explanation;
    BOOST_TEST(is_in_wrong_language({question, language::english}));
    question.source_quote =
        "Quiero que vengas a la fiesta con nosotros. Sé que el tren ya no está en la estación.";
    BOOST_TEST(!is_in_wrong_language({question, language::english}));
}

BOOST_AUTO_TEST_CASE(code_and_quotes_tell_no_language) {
    const auto german =
        in_language("Welche Abfrage findet die Zeilen, in denen der Wert fehlt?",
                    {"SELECT name FROM t WHERE v IS NULL", "SELECT name FROM t WHERE v = NULL",
                     "SELECT v FROM t", "SELECT name FROM t WHERE v IS NOT NULL"},
                    "Die Bedingung SELECT ... FROM ... WHERE v IS NULL AND NOT EXISTS ... OR IN ist für "
                    "Zeilen ohne Wert.");
    BOOST_TEST(!is_in_wrong_language({german, language::german}));
    const auto code = in_language(
        "Was gibt dieses Programm aus?\n\nfor x in range(3):\n    if x is not in seen and x or not y:\n"
        "        print(x)",
        {"0", "1", "2", "3"}, "Die Schleife läuft von 0 bis 2, und die Bedingung ist dann erfüllt.");
    BOOST_TEST(!is_in_wrong_language({code, language::german}));
    const auto quoted = in_language(
        "Welche Zeitform hat der Satz \"She has been waiting for him at the station since this morning\"?",
        {"Present perfect", "Past perfect", "Simple past", "Present"},
        "Der Satz steht in der Verlaufsform, die mit \"has been\" und der Endung \"-ing\" gebildet wird.");
    BOOST_TEST(!is_in_wrong_language({quoted, language::german}));
}

BOOST_AUTO_TEST_SUITE_END()
