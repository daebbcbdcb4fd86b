#include <boost/test/unit_test.hpp>
#include <string>

#include "core/quality/flaws.hpp"

using namespace examwright;

BOOST_AUTO_TEST_SUITE(negative_stem)

namespace {

flaw_words found_in(const char* stem, language document = language::unknown) {
    question question;
    question.stem = stem;
    question.options = {"Alpha", "Beta", "Gamma", "Delta"};
    return find_negative_stem({question, document});
}

}  // namespace

BOOST_AUTO_TEST_CASE(stems_that_ask_for_what_does_not_hold) {
    for (const char* stem : {"Which is NOT a mammal?",
                             "All of these are mammals EXCEPT:",
                             "Which is the least likely cause?",
                             "Which is least likely?",
                             "Which of these is not true?",
                             "All of the following are noble gases except",
                             "Each of the following lowers blood pressure, except for which one?",
                             "Which of these rivers doesn't flow into the Black Sea?",
                             "Which organ of the frog is not involved in breathing?",
                             "A patient has a fever and a stiff neck. Which finding would not be expected?",
                             "Which of the following, all found in soil, is not a fungus?",
                             "Who did not sign the treaty of 1648?",
                             "What can a prokaryote not do?",
                             "Which LEAST supports the claim about the tides?",
                             "Which of the following signs and symptoms is not seen in early scurvy?",
                             "All of these are mammals except one. Which?",
                             "Every planet has a moon except which two?",
                             "What should a diver not do on the way up?",
                             "Was speichert keine Energie?",
                             "Alle sind Säugetiere außer einem. Welches?",
                             "निम्न में से किसमें ऊर्जा नहीं होती?",
                             "Welches Tier ist kein Säugetier?",
                             "Welche Aussage trifft NICHT zu?",
                             "Alle sind Säugetiere, außer:",
                             "Welcher dieser Flüsse mündet nicht in die Nordsee?",
                             "Was gehört nicht zu den Aufgaben der Leber?",
                             "Ein Kind hat hohes Fieber. Welche Ursache kommt nicht in Frage?",
                             "Welche Aussage, die über Pilze gemacht wird, ist nicht richtig?",
                             "Was ist am wenigsten wahrscheinlich?",
                             "Lequel n'est pas un mammifère ?",
                             "Tous sont des mammifères, sauf :",
                             "Quel organe ne participe pas à la digestion ?",
                             "Quelle est la cause la moins probable ?",
                             "Qu'est-ce qui n'appartient pas aux tâches du foie ?",
                             "Parmi ces gaz, lequel n'est pas un gaz noble ?",
                             "¿Cuál de estos no es un mamífero?",
                             "Todos son mamíferos, excepto:",
                             "¿Cuál es el menos probable?",
                             "¿Qué órgano no participa en la digestión?",
                             "¿Cuál de las siguientes funciones NO corresponde al hígado?",
                             "Qual destes não é um mamífero?",
                             "Todos são mamíferos, exceto:",
                             "Qual das funções abaixo não é do fígado?",
                             "Qual órgão não participa da digestão?",
                             "कौन सा स्तनधारी नहीं है?",
                             "हाथी को छोड़कर ये सभी क्या हैं?",
                             "निम्नलिखित में से कौन सी गैस उत्कृष्ट गैस नहीं है?"})
        BOOST_TEST(found_in(stem).has_value(), stem);
}

BOOST_AUTO_TEST_CASE(negations_of_the_subject) {
    for (const char* stem : {"How many cells are there at least?",
                             "What does 'not for sale' on the door of a house mean?",
                             "¿Qué remedio ayuda a quienes no duermen de noche?",
                             "Which knot is the strongest of them?",
                             "Which note is it?",
                             "Which exception is it?",
                             "Which of them is not only a gas but also a metal?",
                             "What tells whether or not it is a mammal?",
                             "What does the method of least squares do?",
                             "Why does a diamond not conduct electricity?",
                             "How does a plant that does not get enough light change its stem?",
                             "Why are seeds dispersed, not kept near the plant?",
                             "What happens when a muscle is not used for months?",
                             "A server does not answer its clients. Which log should be read first?",
                             "Which process does not kill the germs but only slows them down?",
                             "Which word describes an animal that does not eat meat?",
                             "What is the principle of least privilege in the design of systems?",
                             "Which index has the least common multiple of 4 and 6?",
                             "Which SQL clause finds the rows where a value IS NOT NULL?",
                             "Which gate gives a 1 if its input is 0, the NOT gate or the AND gate?",
                             "What penalty is there for not paying the tax?",
                             "A model describes things not present in the picture. Which metric shows it?",
                             "Which food did sailors, who could not keep fruit on board, lack the most?",
                             "WHAT HAPPENS WHEN A MUSCLE IS NOT USED FOR MONTHS",
                             "Which animal has a heart but does not have lungs?",
                             "Which element conducts heat and is not a metal?",
                             "Welches Tier hat ein Herz, aber keine Lunge?",
                             "Welches Teilchen hat keine Ladung?",
                             "Quel animal a un cœur mais n'a pas de poumons ?",
                             "¿Qué animal tiene corazón pero no tiene pulmones?",
                             "Que animal tem coração mas não tem pulmões?",
                             "Wie viele Zellen sind es mindestens?",
                             "Was ist nicht nur ein Gas?",
                             "Warum leitet ein Diamant den Strom nicht?",
                             "Was passiert, wenn ein Muskel monatelang nicht benutzt wird?",
                             "Welches Tier lebt in Höhlen, die kein Licht erreicht?",
                             "Ein Server antwortet nicht. Welches Protokoll liest man zuerst?",
                             "Combien y en a-t-il au moins ?",
                             "Quel est le pas de la vis ?",
                             "Pourquoi le diamant ne conduit-il pas le courant ?",
                             "Que se passe-t-il quand un muscle ne travaille pas ?",
                             "Quel animal vit dans des grottes où la lumière n'entre pas ?",
                             "¿Cuántas células hay por lo menos?",
                             "¿Qué no solo es un gas?",
                             "¿Por qué el diamante no conduce la corriente?",
                             "¿Qué ocurre cuando un músculo no se usa durante meses?",
                             "¿Qué efecto tiene el gas NO en los vasos sanguíneos?",
                             "Qual é no mínimo o número de células?",
                             "Quantas células há pelo menos?",
                             "Por que o diamante não conduz a corrente?",
                             "O que acontece quando um músculo não é usado?",
                             "यह कौन सा स्तनधारी है?",
                             "हीरा विद्युत का चालन क्यों नहीं करता?",
                             "यदि पौधे को पानी नहीं मिले तो क्या होता है?"})
        BOOST_TEST(!found_in(stem).has_value(), stem << " at " << found_in(stem).value_or(""));
}

BOOST_AUTO_TEST_CASE(a_gate_or_a_keyword_is_no_negation) {
    for (const char* stem :
         {"What does the NOT gate do to its input?", "What does IS NOT NULL test in SQL?",
          "Which rows does WHERE price IS NOT NULL keep?", "What does NOT EXISTS return for no rows?",
          "Which output does a NOT gate give for 1?", "What does the logical NOT do in C?",
          "Which gates are built from AND, OR and NOT alone?", "What does the SQL operator NOT IN compare?",
          "What does the NOT operator return for false?", "Which law relates NOT and AND to OR?"})
        BOOST_TEST(!found_in(stem).has_value(), stem);
    for (const char* stem : {"Which of these IS NOT a mammal?", "Which gas does DNA NOT contain?",
                             "WHICH IS NOT A FRUIT?", "Which keyword is NOT part of IS NOT NULL in SQL?",
                             "Which is NOT in the list of AND and OR gates?"})
        BOOST_TEST(found_in(stem).has_value(), stem);
}

BOOST_AUTO_TEST_CASE(the_words_it_fires_on) {
    BOOST_TEST(found_in("Which is NOT a mammal?").value_or("") == "NOT");
    BOOST_TEST(found_in("Which organ is not involved in breathing?").value_or("") == "is not");
    BOOST_TEST(found_in("All of these are mammals except for:").value_or("") == "except");
}

BOOST_AUTO_TEST_SUITE_END()
