#include "core/offline/cloze_material.hpp"

#include <boost/test/unit_test.hpp>
#include <set>
#include <string>

#include "test/support/cloze_questions.hpp"

using namespace examwright;
using test::write_questions;

BOOST_AUTO_TEST_SUITE(cloze_material)

BOOST_AUTO_TEST_CASE(no_key_is_a_general_word_a_verb_or_an_article_of_a_title) {
    const std::string english =
        "Photosynthesis is the process by which plants turn light into sugar in their leaves. "
        "The result of the first stage is oxygen, which leaves the leaf through the stomata. "
        "The place of the second stage is the stroma, where the enzyme works on the carbon. "
        "The trick of maize is a cell of its own, in which the carbon waits for the enzyme. "
        "The amount of sugar grows with the light until the stroma is full of the carbon.";
    for (const auto& question : write_questions(english, 8))
        for (const auto& option : question.options)
            for (const char* word : {"process", "result", "place", "trick", "amount"})
                BOOST_TEST(option != word, question.stem);
    const std::string french =
        "Un acide est une substance qui cède des protons, et une base est une substance qui en accepte. "
        "Le chimiste pesa les réactifs, puis il les mélangea avec une balance et un ballon de verre. "
        "La première réaction donne un sel, la deuxième réaction donne une eau et un gaz sans couleur. "
        "Le catalyseur est une poudre de platine, et la levure est un champignon de la bière.";
    for (const auto& question : write_questions(french, 8))
        for (const auto& option : question.options)
            for (const char* word : {"accepte", "mélangea", "première", "deuxième"})
                BOOST_TEST(option != word, question.stem);
    const std::string spanish =
        "El pintor Goya vivió en Madrid y dejó la serie Los caprichos para el museo de Burdeos. "
        "El cuadro Las meninas de Velázquez cuelga en el Prado, cerca de la sala de Murillo. "
        "El pintor Picasso nació en Málaga y el pintor Miró nació en Barcelona, cerca del mar.";
    for (const auto& question : write_questions(spanish, 8))
        for (const auto& option : question.options)
            for (const char* word : {"Los", "Las"})
                BOOST_TEST(option != word, question.stem);
}

BOOST_AUTO_TEST_CASE(no_key_is_a_unit_or_a_title) {
    const std::string material =
        "The river runs for 2857 kilometres through the plain of the Danube. The lecture of Prof. Adler "
        "dealt "
        "with the harbour of Trieste. The bridge of Maribor carries 4000 tonnes in a day. The tower of Graz "
        "was "
        "drawn by Dr. Bauer in the winter. The lake of Bled lies in a valley of the mountains.";
    for (const auto& question : write_questions(material, 12))
        for (const char* word : {"kilometres", "tonnes", "Prof", "Dr"})
            BOOST_TEST(question.options[question.correct] != word, question.stem);
}

BOOST_AUTO_TEST_CASE(hindi_keys_are_nouns) {
    const std::string material =
        "पत्तियों की सतह पर छोटे छिद्र होते हैं जिन्हें रंध्र कहते हैं। जड़ें मिट्टी से पानी को अवशोषित करती हैं। चूंकि पौधे प्रकाश से "
        "भोजन बनाते हैं, इसलिए वे जीवन के लिए आवश्यक हैं। प्रत्येक कोशिका में केंद्रक होता है। परागण के द्वारा पराग फूलों तक "
        "पहुँचता है। "
        "बीज के अंकुरण के लिए वायु और ऊष्मा आवश्यक हैं। श्वसन में पौधे ऑक्सीजन को लेते हैं। किसान खेतों में अनाज को बोते हैं।";
    const auto questions = write_questions(material, 8);
    BOOST_TEST(questions.size() >= 3u);
    for (const auto& question : questions)
        for (const auto& option : question.options)
            for (const char* word :
                 {"चूंकि", "द्वारा", "प्रत्येक", "जिन्हें", "इसलिए", "पहुँचता", "अवशोषित", "बनाते", "आवश्यक"})
                BOOST_TEST(option != word, question.stem);
}

BOOST_AUTO_TEST_CASE(what_a_sentence_defines_is_asked_first) {
    const std::string material =
        "The water of the brook turns the wheel of the mill. Land that a river covers in spring is called a "
        "floodplain. The farmers grow their barley on the slopes of the hill. A bend that has been cut off "
        "from "
        "its river is known as a billabong. The miller grinds the barley of the village in autumn. The mouth "
        "of "
        "the brook lies behind the bridge. The delta of the brook holds sand and gravel. The shepherd keeps "
        "his "
        "flock on the island.";
    const auto questions = write_questions(material, 2);
    BOOST_REQUIRE(questions.size() == 2u);
    std::set<std::string> keys;
    for (const auto& question : questions)
        keys.insert(question.options[question.correct]);
    BOOST_TEST((keys == std::set<std::string>{"floodplain", "billabong"}));
}

BOOST_AUTO_TEST_CASE(no_key_is_a_verb_of_a_romance_language) {
    const std::string portuguese =
        "O rio passa pela cidade antes de chegar ao mar e de formar um delta. "
        "A chuva cai na serra, e a neve cai na montanha. A água leva a areia para a planície. "
        "A barragem guarda a água para a agricultura. O barco deve parar na margem depois de chegar à "
        "cidade. "
        "A planície recebe a areia da serra para formar a margem do rio.";
    const std::string spanish =
        "El agua corre antes de llegar al mar y de formar un delta. La presa guarda el agua de la lluvia. "
        "La nieve de la montaña alimenta el río sin parar. La arena cubre la orilla después de llegar al "
        "mar. "
        "El barro llegó a la llanura, y la inundación cubrió la orilla. El limo mejora la llanura.";
    const std::string french =
        "Schleiden observa la plante et le noyau de la cellule. Schwann la compléta pour les animaux. "
        "La membrane de la cellule entoure le noyau. Virchow la compléta en 1855 par la division de la "
        "cellule. "
        "La mitose est la division de la cellule. La métaphase suit la prophase, et la vacuole garde la "
        "sève.";
    for (const auto& material : {portuguese, spanish, french})
        for (const auto& question : write_questions(material, 8))
            for (const auto& option : question.options)
                for (const char* word :
                     {"chegar", "formar", "parar", "llegar", "llegó", "cubrió", "compléta", "observa"})
                    BOOST_TEST(option != word, question.stem);
}

BOOST_AUTO_TEST_CASE(no_key_is_an_adverb_an_adjective_or_a_part_of_a_code) {
    const std::string material =
        "An ingress routes requests from outside to a service by the name of its host. "
        "A stateful set gives each pod a stable name and the volume of its own. "
        "The driver creates the volume, and the kubelet starts the container of the pod. "
        "The debian/copyright file of the package names the licence of the source. "
        "The upstream tarball is downloaded as the debhello-2.1.tar.gz file by the script. "
        "The service sends the traffic of the cluster to the pod by the rules of the proxy. "
        "Read the debcontrol(5) page of the manual for the fields of the package.";
    for (const auto& question : write_questions(material, 8))
        for (const auto& option : question.options)
            for (const char* word : {"outside", "stateful", "debian", "copyright", "debhello", "2.1", "5"})
                BOOST_TEST(option != word, question.stem);
}

BOOST_AUTO_TEST_CASE(people_are_no_choice_among_things_in_hindi) {
    const std::string material =
        "हुक ने कॉर्क के टुकड़े में कोशिका की खोज की। श्वान ने कोशिका में झिल्ली को देखा। विर्चो ने ऊतक में विभाजन को समझा। "
        "पौधों की कोशिका में रिक्तिका को देखा जाता है। झिल्ली में प्रोटीन और जल का प्रवाह होता है। केंद्रक में गुणसूत्र को धारण "
        "किया "
        "जाता है। रिक्तिका में जल को जमा किया जाता है। ऊतक में प्रोटीन को बनाया जाता है।";
    const std::set<std::string> people{"श्वान", "विर्चो", "हुक"};
    for (const auto& question : write_questions(material, 8))
        for (const auto& option : question.options)
            BOOST_TEST(people.contains(option) == people.contains(question.options[question.correct]),
                       question.stem << " / " << option);
}

BOOST_AUTO_TEST_CASE(people_are_known_by_a_given_name_and_not_by_a_preposition) {
    const auto material = read_cloze_material(
        "Robert Hooke sah die Zellen im Kork. Die Diffusion von Wasser heißt Osmose, und das Wasser fließt. "
        "Der Forscher Rudolf Virchow schrieb über die Zellen, und Virchow lebte in Berlin. "
        "Der Gelehrte Alexander von Humboldt reiste nach Amerika, und Humboldt maß die Berge.");
    std::set<std::string> people;
    for (const auto& term : material.terms)
        if (term.is_surname)
            people.insert(term.text);
    BOOST_TEST((people == std::set<std::string>{"Hooke", "Virchow", "Humboldt"}));
}

BOOST_AUTO_TEST_SUITE_END()
