#include "core/language/language.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

using namespace examwright;

BOOST_AUTO_TEST_SUITE(language)

namespace {

using spoken = examwright::language;  // the suite takes the name

struct sample {
    spoken value;
    const char* text;
};

const sample sentences[] = {
    {spoken::english, "Which of these organelles makes most of the ATP that a cell needs for its work?"},
    {spoken::english, "The treaty was signed in 1648 and it ended the war that had lasted for thirty years."},
    {spoken::german,
     "Welches Organell stellt den größten Teil des ATP her, das die Zelle für ihre Arbeit braucht?"},
    {spoken::german,
     "Der Vertrag wurde 1648 unterzeichnet und beendete den Krieg, der dreißig Jahre gedauert hatte."},
    {spoken::french,
     "Quel organite produit la plus grande partie de l'énergie dont la cellule a besoin pour vivre ?"},
    {spoken::french,
     "Le traité fut signé en 1648 et il mit fin à la guerre qui avait duré pendant trente ans."},
    {spoken::spanish,
     "¿Cuál es el orgánulo que produce la mayor parte de la energía que la célula necesita?"},
    {spoken::spanish,
     "El tratado fue firmado en 1648 y puso fin a la guerra que había durado más de treinta años."},
    {spoken::portuguese,
     "Qual é a organela que produz a maior parte da energia de que a célula não pode abrir mão?"},
    {spoken::portuguese,
     "O tratado foi assinado em 1648 e pôs fim à guerra que durou mais de trinta anos na Europa."},
    {spoken::hindi, "कोशिका का कौन सा अंग अधिकांश ऊर्जा बनाता है जिसकी उसे अपने कार्य के लिए आवश्यकता होती है?"},
    {spoken::hindi, "यह संधि 1648 में हुई और इसने तीस वर्षों तक चले युद्ध को समाप्त कर दिया था।"},
};

}  // namespace

BOOST_AUTO_TEST_CASE(sentences_of_the_six_are_told_for_certain) {
    for (const auto& each : sentences) {
        const auto guess = guess_language(each.text);
        BOOST_TEST((guess.value == each.value),
                   each.text << " is taken for " << static_cast<int>(guess.value));
        BOOST_TEST(guess.certain, each.text);
    }
}

BOOST_AUTO_TEST_CASE(a_short_text_is_never_certain) {
    for (const char* text : {"", "Paris", "La Paz", "the cell", "1648", "de la", "No.", "Die Zelle", "Tous",
                             "细胞", "E. coli", "El Niño", "in vitro", "_____", "The Lord of the Rings",
                             "Le Rouge et le Noir", "Vitamin D in milk", "Die Zelle und das Ei"})
        BOOST_TEST(!guess_language(text).certain, text);
}

BOOST_AUTO_TEST_CASE(a_question_of_everyday_length_is_enough) {
    BOOST_TEST(guess_language("What is the capital of France?").certain);
    BOOST_TEST(guess_language("¿Cuál es la capital de España?").certain);
    BOOST_TEST((guess_language("Welches ist die Hauptstadt von Frankreich?").value == spoken::german));
}

BOOST_AUTO_TEST_CASE(a_few_words_give_a_guess) {
    BOOST_TEST((guess_language("Which is NOT a mammal?").value == spoken::english));
    BOOST_TEST((guess_language("Welches Tier ist kein Säugetier?").value == spoken::german));
    BOOST_TEST((guess_language("Lequel n'est pas un mammifère ?").value == spoken::french));
    BOOST_TEST((guess_language("¿Cuál no es un mamífero?").value == spoken::spanish));
    BOOST_TEST((guess_language("Qual não é um mamífero?").value == spoken::portuguese));
    BOOST_TEST((guess_language("कौन सा स्तनधारी नहीं है?").value == spoken::hindi));
}

BOOST_AUTO_TEST_CASE(neighbours_are_taken_for_none_of_the_six) {
    for (const char* text :
         {"Quale organello produce la maggior parte dell'energia di cui la cellula ha bisogno per vivere?",
          "Il trattato fu firmato nel 1648 e pose fine alla guerra che era durata più di trenta anni.",
          "Welk organel maakt het grootste deel van de energie die de cel nodig heeft om te leven?",
          "Vilken organell bildar den största delen av den energi som cellen behöver för att leva?",
          "Która organella wytwarza większość energii, jakiej potrzebuje komórka do życia?"})
        BOOST_TEST(!guess_language(text).certain, text);
}

BOOST_AUTO_TEST_CASE(other_scripts_are_told_from_ours) {
    for (const char* text :
         {"Какая органелла вырабатывает большую часть энергии, которая нужна клетке для её ежедневной "
          "работы?",
          "线粒体为细胞的活动产生大部分能量，因此被称为细胞的动力工厂。",
          "أي عضية تنتج معظم الطاقة التي تحتاجها الخلية من أجل عملها اليومي في جسم الإنسان؟"}) {
        BOOST_TEST((guess_language(text).value == spoken::other_script), text);
        BOOST_TEST(guess_language(text).certain, text);
    }
}

BOOST_AUTO_TEST_CASE(a_name_that_looks_like_a_word_tells_nothing_by_coming_often) {
    BOOST_TEST(
        (guess_language("Tous Tous Tous: la presa de Tous causó una inundación en la provincia de Tous.")
             .value != spoken::french));
}

BOOST_AUTO_TEST_CASE(votes_for_parts_add_up) {
    const std::vector<std::string_view> first{"the", "cell", "of", "this"},
        second{"is", "which", "was", "by", "how"};
    examwright::language_votes sum(first);
    sum += examwright::language_votes(second);
    BOOST_TEST((sum.guess().value == spoken::english));
    BOOST_TEST(sum.guess().certain);
}

BOOST_AUTO_TEST_SUITE_END()
