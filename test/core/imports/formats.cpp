#include <boost/test/unit_test.hpp>

#include "core/exports/aiken.hpp"
#include "core/exports/canvas.hpp"
#include "core/exports/csv.hpp"
#include "core/exports/docx.hpp"
#include "core/exports/exported_test.hpp"
#include "core/exports/gift.hpp"
#include "core/exports/json.hpp"
#include "core/exports/moodle_xml.hpp"
#include "core/exports/qti.hpp"
#include "core/imports/archive_reader.hpp"
#include "core/imports/csv_reader.hpp"
#include "core/imports/docx_reader.hpp"
#include "core/imports/import_format.hpp"
#include "test/support/nasty_test.hpp"
#include "test/support/zip_reader.hpp"

using namespace examwright;

BOOST_AUTO_TEST_SUITE(formats)

namespace {

question_set read(import_format format, std::string_view content) {
    auto set = read_question_text(format, content);
    BOOST_REQUIRE_MESSAGE(set.has_value(), set.error().detail);
    return std::move(*set);
}

exported_test tidy_test() {
    auto test = test::nasty_test();
    test.questions[0].stem = "Is <b>x</b> & \"y\" 'z'\nin {{A}} ~ = # or\n    \tindented?";
    test.questions[1].options = {"=1", "-2", "'=3", "0", "1", "2", "3", "4", "5", "6"};
    return normalized_for_export(std::move(test));
}

using texts = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_CASE(our_own_files_come_back_and_are_known_by_their_content) {
    const auto test = tidy_test();
    const std::pair<import_format, std::string> files[] = {
        {import_format::csv, write_csv(test)},
        {import_format::gift, write_gift(test)},
        {import_format::moodle_xml, write_moodle_xml(test)}};
    for (const auto& [format, content] : files) {
        BOOST_TEST((detect_import_format(content) == format));
        const auto set = read(format, content);
        BOOST_REQUIRE(set.questions.size() == test.questions.size());
        BOOST_TEST(set.left_out.empty());
        for (std::size_t i = 0; i < set.questions.size(); ++i) {
            BOOST_TEST(set.questions[i].stem == test.questions[i].stem);
            BOOST_TEST(set.questions[i].options == test.questions[i].options,
                       boost::test_tools::per_element());
            BOOST_TEST(set.questions[i].correct == test.questions[i].correct);
            BOOST_TEST(set.questions[i].explanation == test.questions[i].explanation);
            BOOST_TEST(to_string(set.questions[i].level) == to_string(test.questions[i].level));
        }
    }
    BOOST_TEST((detect_import_format(write_json(test)) == import_format::json));
    BOOST_TEST((detect_import_format(write_aiken(test)) == import_format::aiken));
    BOOST_TEST((detect_import_format("{~a =b} is it.") == import_format::gift));
}

BOOST_AUTO_TEST_CASE(tables_of_other_programs_are_read) {
    const auto wayground =
        read(import_format::csv,
             "Question Text,Question Type,Option 1,Option 2,Option 3,Correct Answer,Answer explanation\n"
             "Hints,,,,,,\nWhich?,Multiple Choice,3,2,1,2,Because\n");
    BOOST_TEST(wayground.questions.size() == 1u);
    BOOST_TEST(wayground.questions[0].options[wayground.questions[0].correct] == "2");
    BOOST_TEST(wayground.questions[0].explanation == "Because");
    BOOST_TEST(wayground.left_out.size() == 1u);
    const auto lettered =
        read(import_format::csv, "Question;A;B;C;Correct\n\"Two\nlines\";x;y;z;c)\nWords;x;y;;y\n");
    BOOST_TEST(lettered.questions[0].stem == "Two\nlines");
    BOOST_TEST(lettered.questions[0].correct == 2u);
    BOOST_TEST(lettered.questions[1].correct == 1u);
    BOOST_TEST(lettered.questions[1].options.size() == 2u);
    const auto faulty =
        read(import_format::csv, "question,option_a,option_b,correct_option\nQ,a,b,A\n\nR,a,b,E\n");
    BOOST_REQUIRE(faulty.left_out.size() == 1u);
    BOOST_TEST(*faulty.left_out[0].line == 4);
    BOOST_TEST(faulty.left_out[0].reason.find("\"E\" is none of its options") != std::string::npos);
    BOOST_TEST(!read_csv("a,b\n1,2\n").has_value());
}

BOOST_AUTO_TEST_CASE(aiken_is_read_line_by_line) {
    const auto set =
        read(import_format::aiken,
             "What is it?\r\nA) one\r\nB. two\r\nANSWER: B\r\n\r\nNo answer?\nA) x\nB) y\n\nAgain?\na) x\nb) "
             "y\nanswer: a\n\nWrong\nA) x\nB) y\nANSWER: D\n");
    BOOST_TEST(set.questions.size() == 2u);
    BOOST_TEST(set.questions[0].options == (texts{"one", "two"}), boost::test_tools::per_element());
    BOOST_TEST(set.questions[0].correct == 1u);
    BOOST_REQUIRE(set.left_out.size() == 2u);
    BOOST_TEST(*set.left_out[0].line == 6);
    BOOST_TEST(set.left_out[1].reason == "its answer is none of its options");
}

BOOST_AUTO_TEST_CASE(moodle_xml_of_moodle_is_read) {
    const auto set = read(import_format::moodle_xml, R"(<?xml version="1.0" encoding="UTF-8"?>
<quiz>
<question type="category"><category><text>$course$/top/Week 1</text></category></question>
<question type="multichoice"><name><text>Lemon</text></name>
<questiontext format="html"><text><![CDATA[<p>Which <b>colour</b>?<img src="@@PLUGINFILE@@/l.png" alt=""></p>]]></text></questiontext>
<generalfeedback format="html"><text>&lt;p&gt;All.&lt;/p&gt;</text></generalfeedback><single>true</single>
<answer fraction="100" format="html"><text>H<![CDATA[<sub>2</sub>]]>O</text><feedback format="html"><text>Yes</text></feedback></answer>
<answer fraction="-33.33333" format="html"><text>blue</text></answer>
<tags><tag><text>hard</text></tag><tag><text>fruit</text></tag></tags></question>
<question type="truefalse"><name><text>Sun</text></name></question>
<question type="multichoice"><name><text>Many</text></name><single>false</single></question>
</quiz>)");
    BOOST_TEST(set.title == "Week 1");
    BOOST_REQUIRE(set.questions.size() == 1u);
    BOOST_TEST(set.questions[0].stem == "Which colour?[image: l.png]");
    BOOST_TEST(set.questions[0].options == (texts{"H₂O", "blue"}), boost::test_tools::per_element());
    BOOST_TEST(set.questions[0].explanation == "All.\nH₂O: Yes");
    BOOST_TEST(set.questions[0].topic_slug == "fruit");
    BOOST_REQUIRE(set.left_out.size() == 2u);
    BOOST_TEST(set.left_out[0].name == "Sun");
    BOOST_TEST(set.left_out[0].reason.starts_with("it is true or false"));
    BOOST_TEST(set.left_out[1].reason == "it may have several right answers");
}

BOOST_AUTO_TEST_CASE(empty_wrong_answers_of_moodle_are_no_options) {
    const auto quiz = [](const std::string& answers) {
        return "<quiz><question type=\"multichoice\"><questiontext><text>Q</text></questiontext>"
               "<answer fraction=\"100\"><text>x</text></answer>" +
               answers + "</question></quiz>";
    };
    const std::string empty = "<answer fraction=\"0\"><text> </text></answer>";
    const std::string wrong = "<answer fraction=\"0\"><text>y</text></answer>";
    const auto set = read(import_format::moodle_xml, quiz(empty + wrong + empty));
    BOOST_REQUIRE(set.questions.size() == 1u);
    BOOST_TEST(set.questions[0].options == (texts{"x", "y"}), boost::test_tools::per_element());
    const auto one = read_question_text(import_format::moodle_xml, quiz(empty));
    BOOST_TEST(one.error().detail.find("Q: its option B is empty") != std::string::npos, one.error().detail);
}

BOOST_AUTO_TEST_CASE(both_kinds_of_qti_are_read) {
    const auto second = read(import_format::qti, R"(<assessmentItem xmlns="x" identifier="q" title="Q">
<responseDeclaration identifier="R" cardinality="single"><correctResponse><value>b</value></correctResponse></responseDeclaration>
<itemBody><p>Above</p><choiceInteraction maxChoices="1"><prompt>Which <b>one</b>?</prompt>
<simpleChoice identifier="a">x<feedbackInline>no</feedbackInline></simpleChoice><simpleChoice identifier="b">H<sub>2</sub></simpleChoice>
</choiceInteraction></itemBody><modalFeedback><p>So it is.</p></modalFeedback></assessmentItem>)");
    BOOST_TEST(second.questions[0].stem == "Above\nWhich one?");
    BOOST_TEST(second.questions[0].options == (texts{"x", "H₂"}), boost::test_tools::per_element());
    BOOST_TEST(second.questions[0].correct == 1u);
    BOOST_TEST(second.questions[0].explanation == "So it is.\nx: no");
    const auto first =
        read(import_format::qti, R"(<questestinterop><assessment title="T"><section><item ident="i" title="I">
<presentation><material><mattext texttype="text/html">&lt;p&gt;Which?&lt;/p&gt;</mattext></material><response_lid ident="r" rcardinality="Single"><render_choice>
<response_label ident="1"><material><mattext>x</mattext></material></response_label><response_label ident="2"><material><mattext>y</mattext></material></response_label>
</render_choice></response_lid></presentation><resprocessing><respcondition><conditionvar><varequal respident="r">2</varequal></conditionvar><setvar>100</setvar></respcondition></resprocessing>
</item><item title="E"><presentation><response_str><render_fib/></response_str></presentation></item></section></assessment></questestinterop>)");
    BOOST_TEST(first.title == "T");
    BOOST_TEST(first.questions[0].stem == "Which?");
    BOOST_TEST(first.questions[0].correct == 1u);
    BOOST_TEST(first.left_out[0].name == "E");
}

BOOST_AUTO_TEST_CASE(broken_xml_is_refused_and_costs_little) {
    std::string deep, entities = "<!DOCTYPE a [<!ENTITY b \"c\">]><quiz/>";
    for (int i = 0; i < 100'000; ++i)
        deep += "<a>";
    for (const auto& text : {deep, entities, std::string("<quiz>"), std::string("<quiz></a>"),
                             std::string("<a"), std::string("<?xml"), std::string("<html/>")})
        BOOST_TEST(!read_question_text(import_format::moodle_xml, text).has_value(), text.substr(0, 20));
}

BOOST_AUTO_TEST_CASE(packages_come_back_from_the_parts_of_their_archive) {
    const auto test = tidy_test();
    for (const auto& bytes : {write_qti(test), write_canvas(test)}) {
        std::string parts;
        for (const auto& [name, content] : test::read_zip(bytes))
            parts += "\f" + name + "\n" + content;
        const auto set = read_archive(parts);
        BOOST_REQUIRE_MESSAGE(set.has_value(), set.error().detail);
        BOOST_TEST(set->title == test.title);
        BOOST_REQUIRE(set->questions.size() == 2u);
        BOOST_TEST(set->questions[0].stem == test.questions[0].stem);
        BOOST_TEST(set->questions[1].options == test.questions[1].options, boost::test_tools::per_element());
        BOOST_TEST(set->questions[1].correct == test.questions[1].correct);
        BOOST_TEST(set->questions[0].explanation.starts_with(test.questions[0].explanation));
    }
    BOOST_TEST(!read_archive("\fx.xml\n<a>").has_value());
    BOOST_TEST(!read_archive("").has_value());
}

BOOST_AUTO_TEST_CASE(a_word_document_of_ours_comes_back) {
    const auto test = tidy_test();
    std::string parts;
    for (const auto& [name, content] : test::read_zip(write_docx(test)))
        if (name == "word/document.xml" || name == "word/numbering.xml")
            parts += "\f" + name + "\n" + content;
    const auto set = read_archive(parts);
    BOOST_REQUIRE_MESSAGE(set.has_value(), set.error().detail);
    BOOST_REQUIRE(set->questions.size() == 2u);
    for (std::size_t i = 0; i < 2; ++i) {
        BOOST_TEST(set->questions[i].stem == test.questions[i].stem);
        BOOST_TEST(set->questions[i].options == test.questions[i].options, boost::test_tools::per_element());
        BOOST_TEST(set->questions[i].correct == test.questions[i].correct);
    }
}

BOOST_AUTO_TEST_CASE(our_own_word_document_comes_back_with_its_explanations) {
    const auto test = tidy_test();
    std::string parts;
    for (const auto& [name, content] : test::read_zip(write_docx(test)))
        if (name.ends_with(".xml"))
            parts += "\f" + name + "\n" + content;
    const auto set = read_archive(parts);
    BOOST_REQUIRE_MESSAGE(set.has_value(), set.error().detail);
    for (std::size_t i = 0; i < set->questions.size(); ++i) {
        BOOST_TEST(set->questions[i].explanation == test.questions[i].explanation);
        BOOST_TEST(set->questions[i].source_quote == test.questions[i].source_quote);
        BOOST_TEST((set->questions[i].source_page == test.questions[i].source_page));
    }
}

BOOST_AUTO_TEST_CASE(tables_name_their_columns_in_six_languages) {
    const char* tables[] = {
        "Frage;Antwort A;Antwort B;Antwort C;Richtig\nWhich?;x;y;z;B\n",
        "Frage;Antwort 1;Antwort 2;Antwort 3;Richtige Antwort\nWhich?;x;y;z;Antwort 2\n",
        "Question;Réponse A;Réponse B;Réponse C;Bonne réponse\nWhich?;x;y;z;b\n",
        "Pregunta,Opción A,Opción B,Opción C,Respuesta correcta\nWhich?,x,y,z,B)\n",
        "Pergunta,Alternativa A,Alternativa B,Alternativa C,Gabarito\nWhich?,x,y,z,B\n",
        "प्रश्न,विकल्प A,विकल्प B,विकल्प C,सही उत्तर\nWhich?,x,y,z,विकल्प B\n",
        "question,option 1,option 2,option 3,answer\nWhich?,x,y,z,Option 2\n",
        "Question,Option A,Option B,Option C,Answer\nWhich?,x,y,z,Option B\n",
    };
    for (const char* table : tables) {
        const auto set = read(import_format::csv, table);
        BOOST_REQUIRE(set.questions.size() == 1u);
        BOOST_TEST(set.questions[0].options == (texts{"x", "y", "z"}), boost::test_tools::per_element());
        BOOST_TEST(set.questions[0].correct == 1u, table);
        BOOST_TEST((detect_import_format(table) == import_format::csv));
    }
}

BOOST_AUTO_TEST_CASE(tables_may_have_a_right_answer_and_wrong_ones) {
    for (const char* names :
         {"question,correct_answer,wrong_1,wrong_2,wrong_3",
          "Question,Answer,Distractor 1,Distractor 2,Distractor 3",
          "Question,Correct Answer,Incorrect Answer 1,Incorrect Answer 2,Incorrect Answer 3",
          "Frage,Richtige Antwort,Falsche Antwort 1,Falsche Antwort 2,Falsche Antwort 3",
          "question,correct,incorrect,incorrect,incorrect"}) {
        const auto set = read(import_format::csv, std::string(names) + "\nWhich?,x,y,z,\n");
        BOOST_TEST(set.questions[0].options == (texts{"x", "y", "z"}), boost::test_tools::per_element());
        BOOST_TEST(set.questions[0].correct == 0u);
    }
}

BOOST_AUTO_TEST_SUITE_END()
