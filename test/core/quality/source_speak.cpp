// Stems that point at a lesson or a passage that a student does not have, and look-alikes that don't.
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "core/quality/flaws.hpp"

using namespace examwright;

BOOST_AUTO_TEST_SUITE(source_speak)

namespace {

bool has_source_speak(const question_text& text) {
    return find_source_speak(text).has_value();
}

question asked(std::string stem, std::vector<std::string> options = {"Alpha", "Beta", "Gamma", "Delta"}) {
    question question;
    question.stem = std::move(stem);
    question.options = std::move(options);
    return question;
}

}  // namespace

BOOST_AUTO_TEST_CASE(stems_that_point_at_the_material) {
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
             // Lessons and what belongs to them
             "What is the main drawback of the method per the lesson?",
             "Why does this lesson replace the database with a list?",
             "Which tool does the course recommend for the first project?",
             "Before reading the chapter: what is it that you expect of a cache?",
             "What do the numbers in the paragraph show about trade?",
             "Which of the steps listed in this module comes first?",
             "What does the video say about the causes of the flood?",
             "In the experiment described in the previous question, what was measured?",
             "Which reason is given in the lecture for the fall of the empire?",
             "What does the article list as a danger of the new law?",
             "According to the slides, which layer is the thinnest?",
             "Which approach does the unit describe as the safest one?",
             "In this reading, what is it that the mayor wants?",
             "What is the writer's view, according to this article, of the new road?",
             "How does the author of the passage describe the old harbour?",
             "What does main.py in the lesson print at the end?",
             "What follows from the presented figures on trade?",
             "Welche Methode empfiehlt der Kurs für das erste Projekt?",
             "Was ist laut dieser Lektion der größte Nachteil der Methode?",
             "Welche Ursache wird im Kapitel genannt, und was folgt daraus?",
             "Welcher Wert wurde in der vorherigen Frage berechnet und ist nun gesucht?",
             "Was sagt die Vorlesung über die Ursachen der Krise?",
             "Quelle méthode le cours recommande-t-il, et selon cette leçon pour qui ?",
             "Que dit cette leçon sur la cause de la crise ?",
             "Quelle est, dans ce chapitre, la cause de la crise ?",
             "D'après la question précédente, quelle est la masse de la bille ?",
             "¿Qué método recomienda el curso para el primer proyecto?",
             "¿Qué dice esta lección sobre la causa de la crisis?",
             "¿Cuál es, según el módulo, la causa de la crisis?",
             "Con los datos de la pregunta anterior, ¿cuál es la masa de la bola?",
             "Que método o curso recomenda para o primeiro projeto, segundo a lição?",
             "O que diz esta lição sobre a causa da crise?",
             "Qual é, de acordo com o módulo, a causa da crise?",
             "Com os dados da questão anterior, qual é a massa da bola?",
             "इस पाठ में वर्षा का क्या कारण बताया गया है?",
             "अध्याय के अनुसार वर्षा का कारण क्या है?",
             "व्याख्यान में किस कारण का वर्णन है?",
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
             "What did the two sides learn in the course of the war?",
             "Which river changed its course after the flood of 1953?",
             "What was the lesson of the Munich agreement for the Allies?",
             "Which module of Python reads files of comma separated values?",
             "What is a unit of electric charge in the SI?",
             "Which stain is put on the slide before it is seen under the microscope?",
             "How many frames of the video are kept by the encoder in a second?",
             "What does the histogram show if the data are skewed to the right?",
             "Which tag of HTML marks a paragraph of the page?",
             "Which cell takes up the antigen presented by the other?",
             "Which article of the constitution protects the freedom of speech?",
             "What does a reading of 0 on the meter mean for the circuit?",
             "Welche Einheit hat die elektrische Ladung im SI?",
             "Was geschah im Laufe des Krieges mit dem Kurs der Währung?",
             "Welches Modul der Raumstation wurde als erstes gestartet?",
             "Quelle unité mesure la charge, et au cours de quel siècle est-elle née ?",
             "¿Qué pasó en el curso de la guerra con el río y con su curso?",
             "O que aconteceu no curso da guerra com a moeda e com o rio?",
             "Какой рисунок показан на рис. 3 в этой книге для детей?",
         })
        BOOST_TEST(!has_source_speak(asked(stem)), stem);
    for (const char* stem :
         {"Which three enzymes does the document name?", "Which of the topics was covered in class?",
          "Which rivers does the text name as the longest?", "What is the method discussed in the lecture?"})
        BOOST_TEST(has_source_speak(asked(stem)), stem);
    BOOST_TEST(has_source_speak(asked("Which of these is it that a cell needs?",
                                      {"Water", "What is shown in Figure 2", "Salt", "Air"})));
}

BOOST_AUTO_TEST_CASE(what_only_a_reader_of_the_material_can_point_at) {
    for (const char* stem : {
             "Which map does the narrator keep in the old cupboard?",
             "What keeps the lesson's toy gate from opening twice?",
             "What is the tone of the passage?",
             "How is the bridge that paragraph 4 is about held up?",
             "What follows from the article for the bees of the island?",
             "The word \"stern\" in line 9 has which meaning here?",
             "What does this section's code print at the end?",
             "Worum geht es im dritten Absatz über die Brücke?",
             "Welche Meinung über die Brücke vertritt die Verfasserin?",
             "Was lässt sich aus dem Text über die Bienen schließen?",
             "Welche Folie nennt die Gründe für den Bau der Brücke?",
             "Welches Werkzeug bevorzugt der Kurs für das erste Haus?",
             "Quel exemple l'auteur donne-t-il pour les abeilles ?",
             "De quoi parle le troisième paragraphe sur les ponts ?",
             "Quel outil le cours préfère-t-il pour les ponts de bois ?",
             "Que peut-on conclure du texte sur les abeilles ?",
             "¿Qué ejemplo de las abejas pone la autora?",
             "¿Cuál es el tema del segundo párrafo sobre los puentes?",
             "¿Qué se puede deducir del texto sobre las abejas?",
             "Que exemplo das abelhas a autora traz para o leitor?",
             "Qual é o assunto do último parágrafo sobre as pontes?",
             "O que se pode deduzir do texto sobre as abelhas?",
             "अंतिम अनुच्छेद का विषय क्या है?",
             "From the text, which of the two is the older bridge?",
             "What is meant by a dry winter in paragraph three?",
             "Was ist dem Artikel zufolge die Ursache des Brandes?",
             "Wer baute nach Angaben des Textes die erste Brücke?",
             "Quelle est l'idée principale de l'article sur les ponts ?",
             "¿Cuál es la idea principal del artículo sobre los puentes?",
             "Qual é a ideia principal do artigo sobre as pontes?",
             "लेखक क्या कहना चाहता है?",
         })
        BOOST_TEST(has_source_speak(asked(stem)), stem);
    for (const char* stem : {
             "Which battle did the author Leo Tolstoy see as a soldier?",
             "Welche Folie hält das Brot am längsten frisch?",
             "Who drew the pictures for the author of the first atlas?",
             "What does the textbook definition of work leave out?",
             "What closes the passage between the nose and the mouth?",
             "Welchen Fluss beschrieb der Autor Theodor Fontane zuerst?",
             "Wer war der Verfasser der ersten Karte von Brandenburg?",
             "Quel fleuve l'auteur de la première carte a-t-il oublié ?",
             "¿Qué río olvidó el autor del primer mapa de España?",
             "Que rio o autor do primeiro mapa do Brasil esqueceu?",
             "रामायण के किस अध्याय में हनुमान लंका जाते हैं?",
         })
        BOOST_TEST(!has_source_speak(asked(stem)), stem);
}

BOOST_AUTO_TEST_CASE(nouns_that_are_a_source_by_what_stands_around_them) {
    for (const char* stem : {
             "Which two rivers does the second video compare?",
             "In the module, which castle is the oldest?",
             "Where in the unit is the growth of plants explained?",
             "Before watching, what do most viewers believe about sharks?",
             "Which bridge was named in the course as the longest one?",
             "What does the instructor's lecture say about bridges?",
             "What did we learn in this lecture about bridges?",
             "From the lecture, which bridge is the longest one?",
             "Wie viele Brücken gibt es nach unserem Kurs in der Stadt?",
             "Dans notre cours, combien de ponts a la ville de Lyon ?",
             "No nosso curso, quantas pontes tem a cidade do Porto?",
             "मॉड्यूल 2 में सबसे पहले कौन सा पुल दिखाया गया है?",
             "Wo wird in der Lektion der Bau der Brücke erklärt?",
             "Welche Brücke wird im Kurs zuerst behandelt?",
             "Was besagt die zweite Folie über den Bau der Brücke?",
             "Was sollte man vor dem Lesen über die Brücke wissen?",
             "Quels ponts l'article énumère-t-il pour la ville de Lyon ?",
             "Quel pont est décrit dans l'unité, et pourquoi est-il le plus long ?",
             "Dans la conférence, où se trouve le pont ?",
             "¿Qué puente se describe en el curso y cómo es?",
             "Antes de leer, ¿qué conviene saber de los puentes?",
             "¿Qué dice la conferencia sobre los puentes de la ciudad?",
             "No curso, para onde vai o rio que passa na cidade?",
             "Que pontes o artigo lista para a cidade do Porto?",
             "O que diz a palestra sobre as pontes da cidade?",
             "पाठ पुलों के बारे में क्या कहता है?",
             "पढ़ने से पहले पुलों के बारे में क्या जानना चाहिए?",
         })
        BOOST_TEST(has_source_speak(asked(stem)), stem);
    for (const char* stem : {
             "How many cells are counted in the course of a year?",
             "In the unit of a pump, which part turns?",
             "Was sagt der Artikel 1 des Grundgesetzes über die Würde?",
             "Que dit l'article 1 de la Constitution sur la langue ?",
             "¿Qué dice el artículo 1 de la Constitución sobre la lengua?",
             "O que diz o artigo 1 da Constituição sobre a língua?",
             "According to the author Orwell, what is the aim of those in power?",
             "Was geschieht im Kurs der Währung nach dem Krieg?",
             "Dans le cours de la Loire, quelle ville vient la première ?",
             "En el curso de una fiebre, ¿cuándo suda el paciente?",
             "No curso de uma febre, quando sua o doente?",
             "संविधान का अनुच्छेद 14 क्या कहता है?",
             "A nurse shows a video to the parents. What should come first in the video?",
         })
        BOOST_TEST(!has_source_speak(asked(stem)), stem);
}

BOOST_AUTO_TEST_CASE(what_the_stem_brings_in_itself_is_no_source) {
    for (const char* stem : {
             "A clerk sums up a long transcript with a model. It adds a sentence that is not in the "
             "transcript. "
             "What is that called?",
             "You get a 50-page contract. The fee stands on page 42. Where do you look it up first?",
             "A pupil writes an article on bees. What does the article need at its end?",
             "Eine Schülerin schreibt einen kurzen Text. Was sollte im Text am Anfang stehen?",
             "Un élève rédige un court texte. Que faut-il écrire d'abord dans le texte ?",
             "Una alumna escribe un texto breve. ¿Qué debe estar primero en el texto?",
             "Uma aluna escreve um texto breve. O que deve estar primeiro no texto dela?",
         })
        BOOST_TEST(!has_source_speak(asked(stem)), stem);
    BOOST_TEST(has_source_speak(asked("What is a cell, and what is a wall, according to the article?")));
}

BOOST_AUTO_TEST_SUITE_END()
