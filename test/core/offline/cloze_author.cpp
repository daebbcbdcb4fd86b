#include "core/offline/cloze_author.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cctype>
#include <map>
#include <set>

#include "core/document/chunks.hpp"
#include "core/document/quote_finder.hpp"
#include "core/offline/cloze_reader.hpp"
#include "core/offline/cloze_text.hpp"
#include "core/quality/flaws.hpp"
#include "core/text/unicode.hpp"
#include "test/support/text_file.hpp"

using namespace examwright;

namespace {

std::vector<question> write(std::string_view material, int count, std::string_view existing = {}) {
    cloze_order order;
    order.material = material;
    order.count = count;
    order.topic_slugs = {"economics", "rivers"};
    order.existing = existing;
    return write_cloze(order);
}

/// The stem with an option where the blank is.
std::string expand_template(const question& question, std::size_t option) {
    auto text = question.stem;
    return text.replace(text.find(cloze_blank), cloze_blank.size(), question.options.at(option));
}

/// What the issue promises of every question of the offline author.
void check_true(const question& question, const std::string& material) {
    const auto text = as_one_line(material);
    const document_text document(material);
    BOOST_TEST_CONTEXT(question.stem) {
        BOOST_REQUIRE_EQUAL(question.options.size(), 4u);
        BOOST_TEST(expand_template(question, question.correct) == question.source_quote);
        BOOST_TEST(text.find(question.source_quote) != text.npos);
        BOOST_TEST(find_quote(document, 0, material.size(), question.source_quote).has_value());
        for (std::size_t i = 0; i < 4; ++i) {
            BOOST_TEST(casefold(text).find(casefold(question.options[i])) != text.npos);
            if (i != question.correct)
                BOOST_TEST(casefold(question.source_quote).find(casefold(question.options[i])) == text.npos);
        }
        BOOST_TEST(find_flaws(question).empty());
        const bool capital = is_upper(decode_at(question.source_quote, 0).value);
        const bool opens = question.stem.starts_with(cloze_blank);
        for (const auto& option : question.options)  // or the capital would tell
            BOOST_TEST((!opens || !capital || is_upper(decode_at(option, 0).value)), option);
        BOOST_TEST(question.explanation.find(question.source_quote) != text.npos);
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(cloze_author)

BOOST_AUTO_TEST_CASE(each_stem_is_a_sentence_with_a_term_left_out) {
    for (const auto* name : {"rivers_en", "rivers_es", "rivers_ru", "rivers_ar", "rivers_zh"}) {
        const auto material = test::read_text(name);
        const auto questions = write(material, 10);
        BOOST_TEST(questions.size() == 10u, name << ": " << questions.size());
        for (const auto& question : questions)
            check_true(question, material);
    }
}

BOOST_AUTO_TEST_CASE(a_month_is_no_choice_where_a_name_is_asked_for) {
    const std::string material =
        "The chemist Lavoisier published his list in March, to the anger of Priestley. The meeting that "
        "Cannizzaro left in September was called by Kekule in Karlsruhe. The table that Mendeleev drew in "
        "February was shown by Menshutkin in Moscow. The weights that Berzelius measured in Stockholm were "
        "used "
        "by Dalton until November. The lines that Bunsen saw in April were explained by Kirchhoff on a "
        "Monday.";
    const auto questions = write(material, 5);
    BOOST_TEST(questions.size() == 5u);
    for (const auto& question : questions)
        for (const auto& option : question.options)
            for (const char* date : {"March", "September", "February", "November", "April", "Monday"})
                BOOST_TEST(option != date, question.stem);
}

BOOST_AUTO_TEST_CASE(a_document_of_some_pages_gives_25_questions_from_as_many_sentences) {
    const auto material = test::read_text("rivers_en");
    const auto questions = write(material, 25);
    std::set<std::string> stems, quotes, keys;
    for (const auto& question : questions) {
        stems.insert(question.stem);
        quotes.insert(question.source_quote);
        keys.insert(question.options[question.correct]);
    }
    BOOST_TEST(stems.size() == 25u);
    BOOST_TEST(quotes.size() == 25u);
    BOOST_TEST(keys.size() == 25u);
    // From its beginning to its end.
    BOOST_TEST(material.find(questions.back().source_quote.substr(0, 30)) > material.size() / 2);
}

BOOST_AUTO_TEST_CASE(distractors_are_of_the_kind_of_the_key) {
    const auto is_number = [](const std::string& text) {
        return text.find_first_of("0123456789") != text.npos;
    };
    int numeric = 0;
    for (const auto& question : write(test::read_text("rivers_en"), 25)) {
        const bool number = is_number(question.options[question.correct]);
        numeric += number;
        for (const auto& option : question.options)
            BOOST_TEST(is_number(option) == number, question.stem << " / " << option);
    }
    BOOST_TEST(numeric > 0);  // the text is full of years and lengths
}

BOOST_AUTO_TEST_CASE(numbers_ascend_and_the_key_is_now_the_least_now_the_greatest_of_them) {
    const std::vector<std::string> things{"village", "bridge", "harbour", "market", "tower",  "mill",
                                          "garden",  "chapel", "school",  "forest", "castle", "station",
                                          "river",   "museum", "island",  "valley", "temple", "palace"};
    std::string material;
    for (std::size_t i = 0; i < things.size(); ++i)
        material += "The old " + things[i] + " of the northern district was counted " +
                    std::to_string(100 + 37 * i) + " times by travellers.\n";
    std::map<std::size_t, int> keys;
    for (const auto& question : write(material, 12)) {
        std::vector<int> values;
        for (const auto& option : question.options)
            if (std::all_of(option.begin(), option.end(), [](unsigned char c) { return std::isdigit(c); }))
                values.push_back(std::stoi(option));
        BOOST_TEST(std::is_sorted(values.begin(), values.end()));
        keys[question.correct] += values.size() == 4 ? 1 : 0;
    }
    for (const std::size_t letter : {0u, 1u, 2u, 3u})
        BOOST_TEST(keys[letter] >= 2, letter << " " << keys[letter]);
}

BOOST_AUTO_TEST_CASE(people_are_a_choice_among_people_and_no_topic_is_general) {
    const std::string material =
        "Antoine Lavoisier weighed the air in Paris before the revolution began. The chemist John Dalton "
        "taught "
        "in Manchester and thought about atoms. Dalton wrote his tables in Manchester for years. The young "
        "Robert "
        "Bunsen built his burner in Heidelberg. Bunsen worked in Heidelberg with flames of many colours. The "
        "doctor Julius Meyer drew his curve in Breslau. Meyer published his curve in Breslau late.";
    cloze_order order;
    order.material = material;
    order.count = 8;
    order.topic_slugs = {"economics", "general"};
    int asked = 0;
    const std::set<std::string> people = {"Lavoisier", "Dalton", "Bunsen", "Meyer"};
    for (const auto& question : write_cloze(order)) {
        BOOST_TEST(question.topic_slug == "general");
        if (!people.contains(question.options[question.correct]))
            continue;
        ++asked;
        for (const auto& option : question.options)
            BOOST_TEST(people.contains(option), option);
    }
    BOOST_TEST(asked > 0);
}

BOOST_AUTO_TEST_CASE(an_article_before_the_blank_does_not_tell_the_key) {
    for (const auto& question : write(test::read_text("rivers_en"), 60)) {
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

BOOST_AUTO_TEST_CASE(what_exists_is_not_asked_again) {
    const auto material = test::read_text("rivers_en");
    std::string existing;
    std::set<std::string> quotes;
    for (const auto& question : write(material, 12)) {
        existing += "- " + question.stem + " Answer: " + question.options[question.correct] + "\n";
        quotes.insert(question.source_quote);
    }
    const auto more = write(material, 12, existing);
    BOOST_TEST(more.size() == 12u);
    for (const auto& question : more) {
        BOOST_TEST(existing.find(question.stem) == existing.npos);
        BOOST_TEST(!quotes.contains(question.source_quote));  // other sentences while there are any
    }
}

BOOST_AUTO_TEST_CASE(fewer_than_asked_from_a_short_material_and_none_from_nothing) {
    const std::string material =
        "The heart pumps blood through the arteries of the body. The lungs bring oxygen into the blood of "
        "the body. "
        "The liver removes poison from the blood after a meal. The kidneys press water through the filter of "
        "the "
        "nephron.";
    const auto questions = write(material, 40);
    BOOST_TEST(!questions.empty());
    BOOST_TEST(questions.size() < 40u);
    std::set<std::string> stems;
    for (const auto& question : questions)
        BOOST_TEST(stems.insert(question.stem).second);
    BOOST_TEST(write("", 5).empty());
    BOOST_TEST(write("A heading\n\n- a list\n- of items", 5).empty());
    BOOST_TEST(write(material, 0).empty());
}

BOOST_AUTO_TEST_CASE(the_same_order_gives_the_same_questions_and_a_fitting_topic) {
    const auto material = test::read_text("rivers_en");
    const auto first = write(material, 8);
    const auto second = write(material, 8);
    for (std::size_t i = 0; i < first.size(); ++i) {
        BOOST_TEST(first[i].stem == second[i].stem);
        BOOST_TEST(first[i].options == second[i].options, boost::test_tools::per_element());
    }
    BOOST_TEST(first.front().topic_slug == "economics");  // none fits: the first
}

BOOST_AUTO_TEST_CASE(a_word_hyphenated_at_the_end_of_a_line_is_whole_in_the_stem) {
    const std::string material =
        "Plants make sugar from sunlight by photo-\nsynthesis in the leaves of the crown. The roots take "
        "water from the "
        "soil of the forest. The bark protects the trunk from the teeth of the deer. The seeds travel with "
        "the wind "
        "over the hills.";
    const auto questions = write(material, 4);
    BOOST_TEST(std::any_of(questions.begin(), questions.end(), [](const question& question) {
        return question.source_quote.find("photosynthesis in") != std::string::npos;
    }));
    for (const auto& question : questions)
        BOOST_TEST(
            find_quote(document_text(material), 0, material.size(), question.source_quote).has_value());
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
    const auto questions = write(material, 2);
    BOOST_REQUIRE(questions.size() == 2u);
    std::set<std::string> keys;
    for (const auto& question : questions)
        keys.insert(question.options[question.correct]);
    BOOST_TEST((keys == std::set<std::string>{"floodplain", "billabong"}));
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
    for (const auto& question : write(material, 12)) {
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

BOOST_AUTO_TEST_CASE(no_key_is_a_general_word_a_verb_or_an_article_of_a_title) {
    const std::string english =
        "Photosynthesis is the process by which plants turn light into sugar in their leaves. "
        "The result of the first stage is oxygen, which leaves the leaf through the stomata. "
        "The place of the second stage is the stroma, where the enzyme works on the carbon. "
        "The trick of maize is a cell of its own, in which the carbon waits for the enzyme. "
        "The amount of sugar grows with the light until the stroma is full of the carbon.";
    for (const auto& question : write(english, 8))
        for (const auto& option : question.options)
            for (const char* word : {"process", "result", "place", "trick", "amount"})
                BOOST_TEST(option != word, question.stem);
    const std::string french =
        "Un acide est une substance qui cède des protons, et une base est une substance qui en accepte. "
        "Le chimiste pesa les réactifs, puis il les mélangea avec une balance et un ballon de verre. "
        "La première réaction donne un sel, la deuxième réaction donne une eau et un gaz sans couleur. "
        "Le catalyseur est une poudre de platine, et la levure est un champignon de la bière.";
    for (const auto& question : write(french, 8))
        for (const auto& option : question.options)
            for (const char* word : {"accepte", "mélangea", "première", "deuxième"})
                BOOST_TEST(option != word, question.stem);
    const std::string spanish =
        "El pintor Goya vivió en Madrid y dejó la serie Los caprichos para el museo de Burdeos. "
        "El cuadro Las meninas de Velázquez cuelga en el Prado, cerca de la sala de Murillo. "
        "El pintor Picasso nació en Málaga y el pintor Miró nació en Barcelona, cerca del mar.";
    for (const auto& question : write(spanish, 8))
        for (const auto& option : question.options)
            for (const char* word : {"Los", "Las"})
                BOOST_TEST(option != word, question.stem);
}

BOOST_AUTO_TEST_CASE(slides_and_feet_of_pages_are_no_sentences) {
    std::string slides;
    for (int page = 1; page <= 5; ++page)
        slides +=
            "Heat engines\nWork = heat in, heat out\nCarnot: ideal cycle\nLosses & friction\n"
            "Efficiency, power\nSteam: high, low pressure\nPHY201 – Prof. Sample – " +
            std::to_string(page) + "/5\n\f";
    BOOST_TEST(write(slides, 6).empty());
}

BOOST_AUTO_TEST_CASE(no_key_is_a_unit_or_a_title) {
    const std::string material =
        "The river runs for 2857 kilometres through the plain of the Danube. The lecture of Prof. Adler "
        "dealt "
        "with the harbour of Trieste. The bridge of Maribor carries 4000 tonnes in a day. The tower of Graz "
        "was "
        "drawn by Dr. Bauer in the winter. The lake of Bled lies in a valley of the mountains.";
    for (const auto& question : write(material, 12))
        for (const char* word : {"kilometres", "tonnes", "Prof", "Dr"})
            BOOST_TEST(question.options[question.correct] != word, question.stem);
}

BOOST_AUTO_TEST_CASE(hindi_keys_are_nouns) {
    const std::string material =
        "पत्तियों की सतह पर छोटे छिद्र होते हैं जिन्हें रंध्र कहते हैं। जड़ें मिट्टी से पानी को अवशोषित करती हैं। चूंकि पौधे प्रकाश से "
        "भोजन बनाते हैं, इसलिए वे जीवन के लिए आवश्यक हैं। प्रत्येक कोशिका में केंद्रक होता है। परागण के द्वारा पराग फूलों तक "
        "पहुँचता है। "
        "बीज के अंकुरण के लिए वायु और ऊष्मा आवश्यक हैं। श्वसन में पौधे ऑक्सीजन को लेते हैं। किसान खेतों में अनाज को बोते हैं।";
    const auto questions = write(material, 8);
    BOOST_TEST(questions.size() >= 3u);
    for (const auto& question : questions)
        for (const auto& option : question.options)
            for (const char* word :
                 {"चूंकि", "द्वारा", "प्रत्येक", "जिन्हें", "इसलिए", "पहुँचता", "अवशोषित", "बनाते", "आवश्यक"})
                BOOST_TEST(option != word, question.stem);
}

BOOST_AUTO_TEST_CASE(options_of_unspaced_scripts_are_whole_words) {
    const std::string japanese =
        "葉の表面にある小さな穴は気孔と呼ばれる。気孔から酸素が出る。根は土から水分と養分を吸収する。呼吸はミ"
        "トコンドリアで行われる。"
        "植物の細胞は細胞壁を持つ。細胞壁は細胞の形を保つ。葉緑体はクロロフィルを含む。師管は養分を運ぶ管であ"
        "る。";
    const std::set<std::string> words = {"表面",   "気孔", "酸素",   "水分", "養分",           "吸収",
                                         "呼吸",   "植物", "細胞壁", "細胞", "ミトコンドリア", "クロロフィル",
                                         "葉緑体", "師管", "葉緑",   "師管"};
    const auto questions = write(japanese, 6);
    BOOST_TEST(questions.size() >= 3u);
    for (const auto& question : questions)
        for (const auto& option : question.options)
            BOOST_TEST(words.contains(option), option);
}

BOOST_AUTO_TEST_CASE(any_bytes_are_survived) {
    std::string noise;
    std::uint32_t state = 7;
    for (int i = 0; i < 20'000; ++i) {
        state = state * 1664525 + 1013904223;
        noise += static_cast<char>(state >> 24);
    }
    write(noise, 5);
    std::string words;
    for (int i = 0; i < 4000; ++i)
        words += i % 12 == 11 ? "ende. Der " : "wort" + std::to_string(i % 97) + " ";
    BOOST_TEST(write(words, 3).size() <= 3u);
}

BOOST_AUTO_TEST_CASE(thai_is_asked_about_by_its_nouns) {
    // No full stops; blanks end sentences and stand before the sign that says a word again.
    const auto written = write(
        "หัวใจเป็นอวัยวะที่สูบฉีดเลือดไปเลี้ยงส่วนต่าง ๆ ของร่างกาย เลือดนำออกซิเจนจากปอดไปยังเนื้อเยื่อทั่วร่างกาย "
        "ปอดทำหน้าที่แลกเปลี่ยนก๊าซระหว่างอากาศกับเลือด ตับเป็นอวัยวะที่สร้างน้ำดีเพื่อช่วยย่อยไขมัน "
        "ไตกรองของเสียออกจากเลือดและขับออกทางปัสสาวะ กระเพาะอาหารหลั่งกรดเพื่อย่อยโปรตีน "
        "พืชสร้างอาหารด้วยการสังเคราะห์ด้วยแสงซึ่งเกิดขึ้นในใบ รากดูดน้ำและแร่ธาตุจากดิน",
        4);
    BOOST_TEST(written.size() >= 3u);
    for (const auto& question : written) {
        BOOST_TEST(question.options.size() == 4u);
        BOOST_TEST(!question.stem.starts_with("ๆ"), question.stem);
    }
}

BOOST_AUTO_TEST_CASE(the_reader_answers_from_passages_alone) {
    for (const auto* name : {"rivers_en", "rivers_es", "rivers_ru", "rivers_ar", "rivers_zh"}) {
        const auto material = test::read_text(name);
        const cloze_reader reader(material);
        for (const auto& question : write(material, 12)) {
            const auto answer = reader.choose(question.stem, question.options);
            BOOST_TEST(answer.option == question.correct, question.stem);
            BOOST_TEST(answer.found);
        }
    }
}

BOOST_AUTO_TEST_CASE(the_reader_answers_other_questions_by_the_words_they_share) {
    const cloze_reader reader(test::read_text("rivers_en"));
    const auto answer = [&](const char* stem, std::vector<std::string> options) {
        return reader.choose(stem, options);
    };
    BOOST_TEST(answer("What is the name of the place where a river begins?",
                      {"Its delta", "Its mouth", "Its source", "Its levee"})
                   .option == 2u);
    BOOST_TEST(
        answer("Which dam ended the yearly flood of the Nile?", {"Hoover Dam", "Aswan High Dam", "Itaipu"})
            .option == 1u);
    BOOST_TEST(!answer("What is the capital of Mongolia?", {"Ulaanbaatar", "Astana"}).found);
}

BOOST_AUTO_TEST_SUITE_END()
