#include "core/offline/agreement.hpp"

#include <boost/test/unit_test.hpp>
#include <set>
#include <string>

#include "core/offline/cloze_text.hpp"
#include "test/support/cloze_questions.hpp"
#include "test/support/text_file.hpp"

using namespace examwright;
using test::write_questions;

BOOST_AUTO_TEST_SUITE(agreement)

BOOST_AUTO_TEST_CASE(an_article_before_the_blank_does_not_tell_the_key) {
    for (const auto& question : write_questions(test::read_text("rivers_en"), 60)) {
        const auto before = question.stem.substr(0, question.stem.find(cloze_blank));
        if (!before.ends_with(" a ") && !before.ends_with(" an "))
            continue;
        const auto vowel = [](const std::string& word) {
            return std::string("aeiou").find(word[0]) != std::string::npos;
        };
        for (const auto& option : question.options)
            BOOST_TEST(vowel(option) == vowel(question.options[question.correct]), question.stem);
    }
}

BOOST_AUTO_TEST_CASE(german_articles_tell_no_key) {
    // By gender and number: "den Venen" and "durch den Takt" have one article and two forms.
    const std::string material =
        "Die Aorta ist die größte Schlagader, und ein Arzt kann die Aorta im Bild sehen. "
        "Die Milz baut alte Zellen ab, und die Lunge holt den Sauerstoff aus der Luft. "
        "In den Venen verhindern kleine Klappen, dass das Blut in die Beine sackt. "
        "Die Klappen sind aus zarter Haut, und die Beine haben lange Gefäße. "
        "Das Herz pumpt das Blut durch den Körper, und der Sinusknoten gibt den Takt. "
        "Durch den Muskel des Herzens fließt Strom, und mit den Kapillaren endet der Weg. "
        "Der Muskel ist dick, der Körper ist warm und der Takt ist ruhig bei einem Kind.";
    const std::set<std::string> plurals{"Venen", "Klappen", "Beine", "Gefäße", "Kapillaren", "Zellen"};
    for (const auto& question : write_questions(material, 12)) {
        const bool plural = plurals.contains(question.options[question.correct]);
        const bool after_article = question.stem.find("ie _____") != std::string::npos ||
                                   question.stem.find("en _____") != std::string::npos;
        for (const auto& option : question.options) {
            BOOST_TEST(option != "Herzens", question.stem);
            BOOST_TEST((!after_article || plurals.contains(option) == plural),
                       question.stem << " / " << option);
        }
    }
}

BOOST_AUTO_TEST_CASE(german_numbers_tell_no_key) {
    const std::string material =
        "Die Quelle des Rheins liegt in den Alpen, und die Nordsee nimmt den Fluss auf. "
        "Die Wurzeln der Weiden halten das Ufer und schützen den Boden vor dem Wasser. "
        "Die ersten Zellen wurden im Kork gefunden, und der Turgor spannt die Zellen. "
        "Die Chromosomen liegen in der Mitte der Zelle, und der Druck dehnt die Wand. "
        "In der Zelle wächst die Wand, bis der Druck der Vakuole ausgeglichen ist. "
        "Die Fische brauchen die Pflanzen, denn die Pflanzen machen den Sauerstoff. "
        "Die Blätter der Weiden fallen in den Bach, und die Krebse fressen die Blätter.";
    const std::set<std::string> singular{"Nordsee", "Quelle", "Turgor", "Druck", "Wand", "Zelle", "Vakuole"};
    const std::set<std::string> masculine{"Turgor", "Druck", "Boden", "Bach", "Sauerstoff", "Fluss"};
    int asked = 0;
    for (const auto& question : write_questions(material, 7)) {
        const auto& key = question.options[question.correct];
        const bool many = question.stem.find("ersten _____") != std::string::npos ||
                          question.stem.find("_____ der Weiden") != std::string::npos;
        const bool belongs = question.stem.find("Mitte der _____") != std::string::npos ||
                             question.stem.find("In der _____") != std::string::npos;
        asked += many || belongs;
        for (const auto& option : question.options) {
            BOOST_TEST((!many || !singular.contains(option)), question.stem << " / " << option);
            BOOST_TEST((!belongs || !masculine.contains(option)), question.stem << " / " << option);
        }
        BOOST_TEST(key != "Mitte");
    }
    BOOST_TEST(write_questions(material, 7).size() >= 3u);
}

BOOST_AUTO_TEST_CASE(a_french_vowel_tells_no_key) {
    const std::string material =
        "La plante absorbe l'eau par la racine et l'azote par la feuille. "
        "Le dioxyde de carbone et l'oxygène passent par la surface de la feuille. "
        "La cellule utilise l'énergie de la lumière et l'eau de la sève. "
        "La membrane sépare la cellule de l'eau et de la lumière. "
        "La racine fixe la plante dans la terre, et l'argile de la terre garde l'eau. "
        "La sève monte par la tige, et l'amidon reste dans la graine. "
        "Le gaz quitte la feuille avec l'oxygène et avec l'azote.";
    const auto vowel = [](const std::string& word) {
        return word.starts_with("é") || std::string("aeiou").find(word[0]) != std::string::npos;
    };
    const auto questions = write_questions(material, 7);
    BOOST_TEST(questions.size() >= 4u);
    for (const auto& question : questions)
        for (const auto& option : question.options) {
            BOOST_TEST(option.find('\'') == std::string::npos, option);
            BOOST_TEST(vowel(option) == vowel(question.options[question.correct]),
                       question.stem << " / " << option);
        }
}

BOOST_AUTO_TEST_SUITE_END()
