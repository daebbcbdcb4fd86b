// Flaws by the words of a language: each with questions that have them and look-alikes that have not.
#include <boost/test/unit_test.hpp>
#include <string>
#include <utility>
#include <vector>

#include "core/quality/flaws.hpp"

using namespace examwright;

BOOST_AUTO_TEST_SUITE(wording_flaws)

namespace {

bool has_duplicate_options(const question_text& text) {
    return find_duplicate_options(text).has_value();
}

bool has_absolute_terms(const question_text& text) {
    return find_absolute_terms(text).has_value();
}

bool has_vague_terms(const question_text& text) {
    return find_vague_terms(text).has_value();
}

bool has_clang_cue(const question_text& text) {
    return find_clang_cue(text).has_value();
}

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

BOOST_AUTO_TEST_CASE(absolute_terms) {
    const struct {
        language spoken;
        const char* absolute;
        const char* harmless;
    } rows[] = {
        {language::english, "It always divides", "It does not always divide"},
        {language::english, "Only plants have it", "Almost all plants have it"},
        {language::english, "It is never found in animals", "It is found in an alley"},
        {language::english, "Every cell divides", "It divides every day"},
        {language::english, "It grows everywhere", "It is read every hour by the server"},
        {language::english, "It only grows in the dark", "It grows only 3 times"},
        {language::english, "All cells have it", "It divides only when it is warm"},
        {language::english, "It is made by plants only", "It has only one wall"},
        {language::english, "All at the wall divide", "git branch --all"},
        {language::german, "Sie teilt sich immer", "Sie teilt sich fast immer"},
        {language::german, "Das ist niemals so", "Das ist wie bei Pflanzen"},
        {language::german, "Alle Zellen teilen sich", "Sie teilt sich alle 20 Minuten"},
        {language::german, "Jede Zelle hat es", "Sie teilt sich jede Stunde"},
        {language::german, "Keine Zelle hat es", "Sie hat keine Wand aus Holz"},
        {language::german, "Das gibt es nur bei Pflanzen", "Es hat nur eine Wand"},
        {language::german, "Das gilt ausschließlich für Tiere", "Sie teilt sich nur nach dem Wachsen"},
        {language::french, "Elle se divise toujours", "Elle se divise presque toujours"},
        {language::french, "Elle ne se divise jamais", "Elle se divise chez les plantes"},
        {language::french, "Seules les plantes l'ont", "Une seule plante l'a"},
        {language::french, "Toutes les plantes l'ont", "Elle pousse tous les jours"},
        {language::french, "Aucune plante ne l'a", "Elle n'a aucune paroi"},
        {language::french, "Elle vit uniquement chez les plantes", "Elle a seulement une paroi"},
        {language::spanish, "Siempre se divide", "Casi siempre se divide"},
        {language::spanish, "Todas las plantas la tienen", "Sobre todo las plantas la tienen"},
        {language::spanish, "Ninguna planta la tiene", "No tiene ninguna pared"},
        {language::spanish, "Se divide únicamente de noche", "Se divide todos los días"},
        {language::spanish, "Solo las plantas la tienen", "Tiene solo una pared"},
        {language::portuguese, "Ela sempre se divide", "Ela quase sempre se divide"},
        {language::portuguese, "Somente as plantas a têm", "As plantas a têm"},
        {language::portuguese, "Todas as plantas a têm", "Ela cresce todos os dias"},
        {language::portuguese, "Nenhuma planta a tem", "Ela não tem nenhuma parede"},
        {language::portuguese, "Apenas as plantas a têm", "Ela tem apenas uma parede"},
        {language::hindi, "यह हमेशा विभाजित होती है", "यह लगभग हमेशा विभाजित होती है"},
        {language::hindi, "केवल पौधों में होती है", "पौधों में होती है"},
        {language::hindi, "सभी पौधों में होती है", "केवल एक पौधे में होती है"},
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

BOOST_AUTO_TEST_CASE(a_time_and_a_quantity_are_no_absolute_terms) {
    const std::pair<language, const char*> options[] = {
        {language::english, "Only on Mondays"},
        {language::english, "None of it"},
        {language::english, "Only at night"},
        {language::english, "All of it stays"},
        {language::english, "Every day at seven"},
        {language::english, "Every week or so"},
        {language::english, "Only at 10 in the morning"},
        {language::english, "Only in the morning"},
        {language::english, "Only between nine and ten"},
        {language::german, "Jeden Tag um sieben"},
        {language::german, "Jede Woche am Montag"},
        {language::german, "Nur um 10 Uhr"},
        {language::german, "Nur am Abend"},
        {language::french, "Chaque jour à sept heures"},
        {language::french, "Tous les soirs à sept heures"},
        {language::french, "Seulement à 10 heures"},
        {language::french, "Seulement le matin"},
        {language::spanish, "Cada día a las siete"},
        {language::spanish, "Solo a las 10"},
        {language::spanish, "Solo por la mañana"},
        {language::portuguese, "Cada dia às sete"},
        {language::portuguese, "Apenas às 10"},
        {language::portuguese, "Só na manhã de abril"},
        {language::hindi, "प्रत्येक दिन सात बजे"},
        {language::hindi, "केवल सुबह दस बजे"},
    };
    for (const auto& [spoken, option] : options)
        BOOST_TEST(!has_absolute_terms(asked(stem_in(spoken), {"Alpha", option, "Gamma", "Delta"})), option);
    for (const auto& [spoken, option] : {std::pair{language::english, "Only in the leaves of a plant"},
                                         {language::german, "Nur in den Blättern"},
                                         {language::french, "Seulement dans les feuilles"},
                                         {language::spanish, "Solo en las hojas"},
                                         {language::portuguese, "Apenas nas folhas"}})
        BOOST_TEST(has_absolute_terms(asked(stem_in(spoken), {"Alpha", option, "Gamma", "Delta"})), option);
}

BOOST_AUTO_TEST_CASE(a_part_of_a_compound_or_of_a_name_is_no_absolute_term) {
    for (const char* option : {"An all-metal plane of steel", "The all-time high", "All-weather roads",
                               "The All Blacks of Auckland", "git branch --all"})
        BOOST_TEST(
            !has_absolute_terms(asked(stem_in(language::english), {"Alpha", option, "Gamma", "Delta"})),
            option);
    BOOST_TEST(has_absolute_terms(asked(stem_in(language::english),
                                        {"Alpha", "An all-metal wall that never rusts", "Gamma", "Delta"})));
}

BOOST_AUTO_TEST_CASE(a_word_that_is_the_whole_answer_is_no_absolute_term) {
    BOOST_TEST(!has_absolute_terms(asked("What does the call return in Python if the key is missing?",
                                         {"None", "0", "False", "\"\""}, 1)));
    BOOST_TEST(!has_absolute_terms(
        asked("What is left of the salt in the water?", {"Nothing", "Half", "A third"}, 1)));
}

BOOST_AUTO_TEST_CASE(an_option_that_refers_to_the_others_is_no_absolute_term) {
    for (const auto& [spoken, option] : {std::pair{language::english, "All of the above"},
                                         {language::german, "Alle oben genannten"},
                                         {language::french, "Toutes les réponses"},
                                         {language::spanish, "Todas las anteriores"},
                                         {language::portuguese, "Nenhuma das anteriores"},
                                         {language::hindi, "उपरोक्त सभी"}})
        BOOST_TEST(!has_absolute_terms(asked(stem_in(spoken), {"Alpha", option, "Gamma", "Delta"})), option);
    BOOST_TEST(!has_absolute_terms(
        asked(stem_in(language::english), {"Alpha", "all the above", "Gamma", "none of the other options"})));
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
    BOOST_TEST(!has_vague_terms(
        asked(stem_in(language::english), {"It takes in water through its wall, which is often thicker where "
                                           "the light falls on it",
                                           "Beta", "Gamma", "Delta"})));
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
    // Other forms of the word, by the stemmer of the language
    for (const auto& [stem, key] :
         {std::pair{"Why is the index built once and then read by each query?", "Queries find rows faster"},
          {"What do banks gain from lending to each other overnight?", "The bank keeps its reserve"},
          {"How are the evaluation results of a run kept?", "As eval spans in a trace"},
          {"Why did most of the adoptees fall ill?", "The adoptive home was cold"},
          {"Why do glaciers carve valleys?", "Glacial ice grinds the rock"},
          {"Que fait un traducteur au tribunal de la ville ?", "Il traduit les paroles du témoin"},
          {"O que faz um tradutor no tribunal da cidade?", "Traduz o que diz a testemunha"},
          {"What is asked of a summary?", "A summarization of all"},
          {"What do the specs of a part give?", "A specification of its size"},
          {"How does routing keep a packet from going round for ever?", "A router lowers its counter"},
          {"Was geschieht mit den Häusern in der Stadt nach dem Brand?", "Das Haus wird neu gebaut"},
          {"Que deviennent les animaux de la ferme en hiver dans les Alpes ?", "Un animal dort à l'abri"},
          {"¿Qué hacen los traductores con los textos antiguos de la ciudad?", "Una traductora los lee"},
          {"O que fazem os animais da fazenda no inverno, e por quê?", "Um animal dorme no abrigo"}})
        BOOST_TEST(has_clang_cue(asked(stem, {key, "Beta", "Gamma", "Delta"})), stem);
    BOOST_TEST(has_clang_cue(asked("Which of these opens the two strands of DNA?",
                                   {"A helicase of DNA", "A ligase", "A kinase", "A pepsin"})));
    // Where each option takes up a word of the stem, none stands out.
    BOOST_TEST(!has_clang_cue(
        asked("Why does the planner hand the rules to the model before the tools?",
              {"The planner checks them", "The model is slow", "The tools are few", "The rules change"})));
    BOOST_TEST(
        !has_clang_cue(asked("What does a large margin mean for the classification of a point?",
                             {"It is classified well", "It is misclassified", "It is noise", "None"})));
    // What every option says gives nothing away.
    BOOST_TEST(!has_clang_cue(
        asked("What do enzymes do in the stomach?",
              {"Enzymes cut proteins", "Enzymes make acid", "Enzymes store fat", "Enzymes move food"})));
    // A word of the question's frame, or one that only begins alike, is no cue.
    BOOST_TEST(!has_clang_cue(asked("Which of these statements best describes what a form is?",
                                    {"A statement of the best formula", "Beta", "Gamma", "Delta"})));
    BOOST_TEST(
        !has_clang_cue(asked("What is the state of the gas?", {"It is static", "Solid", "Warm", "Blue"})));
    BOOST_TEST(!has_clang_cue(asked("細胞膜の働きは何ですか", {"細胞膜が水を通す", "緑", "赤", "青"})));
}

BOOST_AUTO_TEST_CASE(the_words_that_each_fires_on) {
    const auto lesson = asked("What is the main tradeoff per the lesson?");
    BOOST_TEST(find_source_speak(lesson).value_or("") == "per the lesson");
    const auto always =
        asked("What is true of the cell?", {"It has a wall", "It Always divides", "Beta", "Gamma"});
    BOOST_TEST(find_absolute_terms(always).value_or("") == "Always");
    const auto echo =
        asked("What is the function of the cell membrane?", {"Membranes keep water", "Beta", "Gamma"});
    BOOST_TEST(find_clang_cue(echo).value_or("") == "Membranes");
}

BOOST_AUTO_TEST_CASE(a_language_without_lists_loses_only_these_checks) {
    auto russian = asked("Какое из этих животных не является млекопитающим согласно тексту?",
                         {"Всегда кит", "Кит", "Кит ", "Слон"});
    BOOST_TEST(!find_negative_stem(russian));
    BOOST_TEST(!has_absolute_terms(russian));
    BOOST_TEST(!has_clang_cue(russian));
    BOOST_TEST(has_duplicate_options(russian));
}

BOOST_AUTO_TEST_CASE(words_of_another_language_are_no_flaw) {
    // "no" negates in Spanish and is "in the" in Portuguese; "solo" and "pas" are English words too.
    BOOST_TEST(!find_negative_stem(asked("Qual é o rio que nasce no norte da África?")));
    BOOST_TEST(!has_absolute_terms(asked("Which of these was the work of the young pianist?",
                                         {"A quartet", "A solo for piano", "An opera", "A trio"})));
}

BOOST_AUTO_TEST_CASE(options_of_one_letter_hide_no_language) {
    BOOST_TEST(has_vague_terms(
        asked("Was ist richtig über den Regen in den Bergen?", {"w", "e", "Er fällt oft", "z"})));
}

BOOST_AUTO_TEST_CASE(a_language_that_shares_words_with_ours_is_not_taken_for_it) {
    BOOST_TEST(!find_negative_stem(asked("Melyik állítás nem igaz az alábbi állatok közül, ha a hal él?",
                                         {"A kutya", "A macska", "A ló", "A tehén"})));
}

BOOST_AUTO_TEST_SUITE_END()
