// Flaws by the words of a language: each with questions that have them and look-alikes that have not.
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "core/quality/flaws.hpp"

using namespace examwright;

BOOST_AUTO_TEST_SUITE(wording_flaws)

namespace {

question asked(std::string stem, std::vector<std::string> options = {"Alpha", "Beta", "Gamma", "Delta"},
               std::size_t correct = 0) {
    question question;
    question.stem = std::move(stem);
    question.options = std::move(options);
    question.correct = correct;
    return question;
}

/// A stem of each language, for questions of which only the options matter.
const struct {
    language spoken;
    const char* stem;
} stems[] = {
    {language::english, "Which of these is true for the cell?"},
    {language::german, "Welche Aussage über die Zelle ist richtig?"},
    {language::french, "Quelle est la bonne affirmation sur les cellules ?"},
    {language::spanish, "¿Qué afirmación sobre las células es correcta?"},
    {language::portuguese, "Qual das afirmações sobre a célula não contém erro em sua forma?"},
    {language::hindi, "कोशिका के बारे में कौन सा कथन सही है?"},
};

const char* stem_in(language spoken) {
    for (const auto& each : stems)
        if (each.spoken == spoken)
            return each.stem;
    return "";
}

}  // namespace

BOOST_AUTO_TEST_CASE(negative_stems) {
    for (const char* stem :
         {"Which is NOT a mammal?", "All of these are mammals EXCEPT:", "Which is the least likely cause?",
          "Welches Tier ist kein Säugetier?", "Welche Aussage trifft NICHT zu?",
          "Alle sind Säugetiere, außer:", "Lequel n'est pas un mammifère ?",
          "Tous sont des mammifères, sauf :", "¿Cuál de estos no es un mamífero?",
          "Todos son mamíferos, excepto:", "¿Cuál es el menos probable?", "Qual destes não é um mamífero?",
          "Todos são mamíferos, exceto:", "कौन सा स्तनधारी नहीं है?", "हाथी को छोड़कर ये सभी क्या हैं?"})
        BOOST_TEST(has_negative_stem(asked(stem)), stem);
    for (const char* stem :
         {"How many cells are there at least?", "Which knot is the strongest of them?",
          "Which exception is it?", "Which of them is not only a gas but also a metal?",
          "What tells whether or not it is a mammal?", "What does the method of least squares do?",
          "Wie viele Zellen sind es mindestens?", "Was ist nicht nur ein Gas?",
          "Combien y en a-t-il au moins ?", "Quel est le pas de la vis ?",
          "¿Cuántas células hay por lo menos?", "¿Qué no solo es un gas?",
          "Qual é no mínimo o número de células?", "Quantas células há pelo menos?", "यह कौन सा स्तनधारी है?"})
        BOOST_TEST(!has_negative_stem(asked(stem)), stem);
}

BOOST_AUTO_TEST_CASE(absolute_terms) {
    const struct {
        language spoken;
        const char* absolute;
        const char* harmless;
    } rows[] = {
        {language::english, "It always divides", "It does not always divide"},
        {language::english, "Only plants have it", "Almost all plants have it"},
        {language::english, "It is never found in animals", "It is found in an alley"},
        {language::german, "Sie teilt sich immer", "Sie teilt sich fast immer"},
        {language::german, "Das ist niemals so", "Das ist wie bei Pflanzen"},
        {language::french, "Elle se divise toujours", "Elle se divise presque toujours"},
        {language::french, "Elle ne se divise jamais", "Elle se divise chez les plantes"},
        {language::french, "Seules les plantes l'ont", "Une seule plante l'a"},
        {language::spanish, "Siempre se divide", "Casi siempre se divide"},
        {language::spanish, "Todas las plantas la tienen", "Sobre todo las plantas la tienen"},
        {language::portuguese, "Ela sempre se divide", "Ela quase sempre se divide"},
        {language::portuguese, "Somente as plantas a têm", "As plantas a têm"},
        {language::hindi, "यह हमेशा विभाजित होती है", "यह लगभग हमेशा विभाजित होती है"},
        {language::hindi, "केवल पौधों में होती है", "पौधों में होती है"},
        {language::hindi, "यह कभी विभाजित नहीं होती", "यह कभी-कभी विभाजित होती है"},
    };
    for (const auto& row : rows) {
        const auto with = [&](const char* option, std::size_t correct) {
            return asked(stem_in(row.spoken), {"Alpha", option, "Gamma", "Delta"}, correct);
        };
        BOOST_TEST(has_absolute_terms(with(row.absolute, 0)), row.absolute);
        BOOST_TEST(has_absolute_terms(with(row.absolute, 1)), row.absolute);
        BOOST_TEST(!has_absolute_terms(with(row.harmless, 0)), row.harmless);
        auto both = with(row.absolute, 1);
        both.options[3] = row.absolute;
        BOOST_TEST(!has_absolute_terms(both), row.absolute);
    }
}

BOOST_AUTO_TEST_CASE(an_option_that_refers_to_the_others_is_no_absolute_term) {
    for (const auto& [spoken, option] : {std::pair{language::english, "All of the above"},
                                         {language::german, "Alle oben genannten"},
                                         {language::french, "Toutes les réponses"},
                                         {language::spanish, "Todas las anteriores"},
                                         {language::portuguese, "Nenhuma das anteriores"},
                                         {language::hindi, "उपरोक्त सभी"}})
        BOOST_TEST(!has_absolute_terms(asked(stem_in(spoken), {"Alpha", option, "Gamma", "Delta"})), option);
    BOOST_TEST(has_absolute_terms(
        asked(stem_in(language::english), {"Alpha", "It always divides", "Gamma", "All of the above"})));
}

BOOST_AUTO_TEST_CASE(vague_terms) {
    const struct {
        language spoken;
        const char* vague;
        const char* precise;
    } rows[] = {
        {language::english, "It usually divides", "It usually divides in 3 hours"},
        {language::english, "It is seldom seen", "It is seen by day"},
        {language::german, "Sie teilt sich meistens", "Sie teilt sich meist in 3 Stunden"},
        {language::german, "In der Regel ist sie rund", "Die Regel ist einfach"},
        {language::french, "Elle se divise souvent", "Elle se divise souvent en 3 heures"},
        {language::spanish, "A menudo se divide", "A menudo se divide en 3 horas"},
        {language::spanish, "Por lo general se divide", "El general la divide"},
        {language::portuguese, "Ela geralmente se divide", "Ela geralmente se divide em 3 horas"},
        {language::hindi, "यह अक्सर विभाजित होती है", "यह अक्सर 3 घंटे में विभाजित होती है"},
    };
    for (const auto& row : rows) {
        const auto with = [&](const char* option) {
            return asked(stem_in(row.spoken), {"Alpha", option, "Gamma", "Delta"});
        };
        BOOST_TEST(has_vague_terms(with(row.vague)), row.vague);
        BOOST_TEST(!has_vague_terms(with(row.precise)), row.precise);
    }
}

BOOST_AUTO_TEST_CASE(source_speak) {
    for (const char* stem : {
             "According to the passage, what is a cell?",
             "What does the author suggest about the war?",
             "Which of these is mentioned in the text?",
             "As stated above, what is it that a cell needs?",
             "What is shown in Figure 3 about the cell?",
             "What is the trend that Table 2.1 shows?",
             "Based on the given information, what is a cell?",
             "What is described in the lecture as the cause?",
             "Laut dem Text, was ist eine Zelle?",
             "Was wird im Text als Ursache der Krise genannt?",
             "Was ist in Abbildung 3 zu sehen?",
             "Was ist, wie oben erwähnt, die Ursache der Krise?",
             "Selon le texte, quelle est la cause de la crise ?",
             "D'après l'auteur, quelle est la cause de la crise ?",
             "Que montre la figure 3 sur les cellules ?",
             "Quel est le rôle, mentionné ci-dessus, des cellules ?",
             "Según el texto, ¿cuál es la causa de la crisis?",
             "De acuerdo con el autor, ¿qué es una célula?",
             "¿Qué es lo que muestra la figura 3?",
             "Segundo o texto, qual é a causa da crise?",
             "De acordo com a passagem, o que é uma célula?",
             "O que mostra a figura 3 em relação à célula?",
             "पाठ के अनुसार कोशिका क्या है?",
             "गद्यांश में किस कारण का वर्णन है?",
             "चित्र 3 में क्या दिखाया गया है?",
             "What is the main idea of the passage?",
             "What can be concluded from the passage?",
             "In this chapter, what is said to be the cause of rain?",
             "In the document, what is the cause of rain?",
             "What does the reading say about rain?",
             "Which of these is given in the study material as a cause?",
             "Was sagt der Autor über die Ursache der Krise?",
             "Laut dem Lernmaterial ist was die Ursache der Krise?",
             "Que dit le texte sur la cause de la crise ?",
             "D'après les informations fournies, quelle est la cause de la crise ?",
             "¿Cómo define el texto la causa de la crisis?",
             "Según la información proporcionada, ¿cuál es la causa?",
             "Como o texto define a causa da crise?",
             "पाठ के आधार पर वर्षा का कारण क्या है?",
             // Too short to tell the language of
             "Que montre la figure 3 ?",
             "O que mostra a figura 3?",
         })
        BOOST_TEST(has_source_speak(asked(stem)), stem);
    for (const char* stem : {
             "Which key saves the file in the text editor?",
             "What happens to the ice with the passage of time?",
             "Which number stands in the text field of the form?",
             "Who was the author of this play, and when was it written?",
             "What is a figure of speech in the works of Homer?",
             "According to Newton, what is it that moves the planets?",
             "What role did he have in the passage of the bill?",
             "Which bird lives above the tree line?",
             "Who drew the figure of the Vitruvian Man?",
             "How is a figure 8 knot tied by a climber?",
             "According to the Book of Genesis, what was made on the first day?",
             "What is stated in the text of the First Amendment about the press?",
             "Welcher Texteditor ist der kleinste von ihnen?",
             "Nach dem Gesetz von Ohm ist was konstant?",
             "Was steht im Text der Verfassung über das Parlament?",
             "Selon l'article 5 du traité, quel est le devoir des membres ?",
             "Selon Newton, quelle est la cause de la chute des corps ?",
             "Según el artículo 5 de la constitución, ¿quién es el jefe del estado?",
             "Según Newton, ¿qué es lo que mueve a los planetas?",
             "Conforme o artigo 5 da constituição, quem é o chefe do governo?",
             "O que acontece na passagem do século na Europa, e por quê?",
             "न्यूटन के अनुसार ग्रहों को कौन चलाता है?",
             "चित्र बनाने वाले कलाकार का नाम क्या है?",
             "What can be learnt from the passage of the comet?",
             "Which band is full of electrons in this material?",
             "What was the main purpose of the document signed by King John at Runnymede?",
             "What can be told about the weather from the reading of the barometer?",
             "What does the reading mean that a barometer gives in a storm?",
             "Which element is the root in the document object model?",
             "Какой рисунок показан на рис. 3 в этой книге для детей?",
         })
        BOOST_TEST(!has_source_speak(asked(stem)), stem);
    BOOST_TEST(has_source_speak(asked("Which of these is it that a cell needs?",
                                      {"Water", "What is shown in Figure 2", "Salt", "Air"})));
}

BOOST_AUTO_TEST_CASE(clang_cues) {
    const struct {
        language spoken;
        const char* stem;
        const char* key;
        const char* other;
    } rows[] = {
        {language::english, "What is the function of the cell membrane?", "To let membranes pass water",
         "To store"},
        {language::german, "Was ist die Aufgabe der Zellmembran in den Pflanzen?", "Sie schützt die Pflanze",
         "Sie speichert"},
        {language::french, "Quel est le rôle des membranes dans les plantes ?", "La membrane laisse passer",
         "Elle est verte"},
        {language::spanish, "¿Cuál es el papel de la membrana en las plantas?", "Una membrana que filtra",
         "Una parte verde"},
        {language::portuguese, "Qual é o papel da membrana nas plantas?", "Uma membrana que não deixa passar",
         "Uma parte verde"},
        {language::hindi, "कोशिका की झिल्ली का क्या काम है?", "झिल्ली पानी को रोकती है", "यह हरी है"},
    };
    for (const auto& row : rows) {
        BOOST_TEST(has_clang_cue(asked(row.stem, {row.key, row.other, "Beta", "Gamma"})), row.stem);
        BOOST_TEST(!has_clang_cue(asked(row.stem, {row.key, row.key, "Beta", "Gamma"})), row.stem);
        BOOST_TEST(!has_clang_cue(asked(row.stem, {row.other, row.key, "Beta", "Gamma"})), row.stem);
    }
    // A word of the question's frame, or one that only begins alike, is no cue.
    BOOST_TEST(!has_clang_cue(asked("Which of these statements best describes what a form is?",
                                    {"A statement of the best formula", "Beta", "Gamma", "Delta"})));
    BOOST_TEST(
        !has_clang_cue(asked("What is the state of the gas?", {"It is static", "Solid", "Warm", "Blue"})));
    BOOST_TEST(!has_clang_cue(asked("細胞膜の働きは何ですか", {"細胞膜が水を通す", "緑", "赤", "青"})));
}

BOOST_AUTO_TEST_CASE(a_language_without_lists_loses_only_these_checks) {
    auto russian = asked("Какое из этих животных не является млекопитающим согласно тексту?",
                         {"Всегда кит", "Кит", "кит.", "Слон"});
    BOOST_TEST(!has_negative_stem(russian));
    BOOST_TEST(!has_absolute_terms(russian));
    BOOST_TEST(!has_clang_cue(russian));
    BOOST_TEST(has_duplicate_options(russian));
}

BOOST_AUTO_TEST_CASE(words_of_another_language_are_no_flaw) {
    // "no" negates in Spanish and is "in the" in Portuguese; "solo" and "pas" are English words too.
    BOOST_TEST(!has_negative_stem(asked("Qual é o rio que nasce no norte da África?")));
    BOOST_TEST(!has_absolute_terms(asked("Which of these was the work of the young pianist?",
                                         {"A quartet", "A solo for piano", "An opera", "A trio"})));
}

BOOST_AUTO_TEST_CASE(options_of_one_letter_hide_no_language) {
    BOOST_TEST(has_vague_terms(
        asked("Was ist richtig über den Regen in den Bergen?", {"w", "e", "Er fällt oft", "z"})));
}

BOOST_AUTO_TEST_CASE(a_language_that_shares_words_with_ours_is_not_taken_for_it) {
    BOOST_TEST(!has_negative_stem(asked("Melyik állítás nem igaz az alábbi állatok közül, ha a hal él?",
                                        {"A kutya", "A macska", "A ló", "A tehén"})));
}

BOOST_AUTO_TEST_SUITE_END()
