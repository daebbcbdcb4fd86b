#include <boost/test/unit_test.hpp>
#include <string>

#include "core/exports/aiken.hpp"
#include "core/exports/blackboard.hpp"
#include "core/exports/blooket.hpp"
#include "core/exports/brightspace.hpp"
#include "core/exports/canvas.hpp"
#include "core/exports/google_forms.hpp"
#include "core/exports/kahoot.hpp"
#include "core/exports/latex.hpp"
#include "core/exports/limits.hpp"
#include "core/exports/wayground.hpp"
#include "core/exports/xlsx.hpp"
#include "test/support/zip_reader.hpp"

using namespace examwright;

BOOST_AUTO_TEST_SUITE(targets)

namespace {

exported_test rivers() {
    question question;
    question.stem = "Which is\n longest & \"best\"?";
    question.options = {"=2*3", "007", "a\tb"};
    question.correct = 1;
    question.explanation = "By <far>.";
    exported_test test;
    test.id = "0b5a0d1e-3c53-4d0f-9a52-5d6f1a5f0001";
    test.title = "Rivers";
    test.questions = {question};
    test.ids = {"9b5a0d1e-3c53-4d0f-9a52-5d6f1a5f0003"};
    return test;
}

std::string sheet(const std::string& bytes) {
    return test::file_in_zip(bytes, "xl/worksheets/sheet1.xml");
}

std::string text_cell(const std::string& place, const std::string& text) {
    return "<c r=\"" + place + "\" s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + text +
           "</t></is></c>";
}

std::string number_cell(const std::string& place, int number) {
    return "<c r=\"" + place + "\"><v>" + std::to_string(number) + "</v></c>";
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != text.npos;
}

}  // namespace

BOOST_AUTO_TEST_CASE(xlsx_has_cells_of_text) {
    const auto xml = sheet(write_xlsx(rivers()));
    BOOST_TEST(has(xml, text_cell("B2", "Which is\n longest &amp; &quot;best&quot;?")));
    BOOST_TEST(has(xml, text_cell("C2", "=2*3")));
    BOOST_TEST(has(xml, text_cell("D2", "007")));
    auto test = rivers();
    test.questions[0].options[0] = "_x0041_";
    BOOST_TEST(has(sheet(write_xlsx(test)), text_cell("C2", "_x005F_x0041_")));
}

BOOST_AUTO_TEST_CASE(kahoot_has_its_heads_in_row_8_and_questions_from_row_9) {
    const auto xml = sheet(write_kahoot(rivers()));
    BOOST_TEST(has(xml, text_cell("B2", "Quiz template")));
    BOOST_TEST(has(xml, text_cell("B8", "Question - max 120 characters")));
    BOOST_TEST(has(xml, text_cell("H8", "Correct answer(s) - choose at least one")));
    BOOST_TEST(has(xml, text_cell("B9", "Which is longest &amp; &quot;best&quot;?")));
    BOOST_TEST(has(xml, text_cell("E9", "a b")));
    BOOST_TEST(!has(xml, "\"F9\""));
    BOOST_TEST(has(xml, number_cell("G9", 30)));
    BOOST_TEST(has(xml, number_cell("H9", 2)));
}

BOOST_AUTO_TEST_CASE(wayground_takes_five_options_and_the_explanation) {
    const auto xml = sheet(write_wayground(rivers()));
    BOOST_TEST(has(xml, text_cell("A1", "Question Text")));
    BOOST_TEST(has(xml, text_cell("B2", "Multiple Choice")));
    BOOST_TEST(has(xml, number_cell("H2", 2)));
    BOOST_TEST(has(xml, text_cell("K2", "By &lt;far&gt;.")));
}

BOOST_AUTO_TEST_CASE(what_exceeds_a_limit_is_told) {
    auto question = rivers().questions[0];
    const export_limits limits{4, 120, 75, true};
    BOOST_TEST(!exceeded_limit(question, limits, "Kahoot"));
    question.options = {"a", "b", "c", "d", "e"};
    BOOST_TEST(*exceeded_limit(question, limits, "Kahoot") == "has 5 options; Kahoot takes 4");
    question.options = {"a", std::string(76, 'x')};
    BOOST_TEST(*exceeded_limit(question, limits, "Kahoot") ==
               "has an option of 76 characters; Kahoot takes 75");
    question.stem = std::string(121, 'x');
    BOOST_TEST(*exceeded_limit(question, limits, "Kahoot") ==
               "has a text of 121 characters; Kahoot takes 120");
    question.stem = "x";
    question.options = {"a\nb", "a b"};
    BOOST_TEST(exceeded_limit(question, limits, "Kahoot")->find("line breaks") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(blackboard_is_a_line_a_question) {
    BOOST_TEST(write_blackboard(rivers()) ==
               "MC\tWhich is<br>&nbsp;longest &amp; \"best\"?\t=2*3\tincorrect\t007\tcorrect\t"
               "a&nbsp;&nbsp;&nbsp;&#9;b\tincorrect\n");
}

BOOST_AUTO_TEST_CASE(brightspace_is_a_group_of_rows_a_question) {
    const auto text = write_brightspace(rivers());
    BOOST_TEST(text.starts_with("NewQuestion,MC,,,\r\nID,9b5a0d1e"));
    BOOST_TEST(has(text, "QuestionText,\"Which is<br>&nbsp;longest &amp; \"\"best\"\"?\",HTML,,\r\n"));
    BOOST_TEST(has(text, "Option,0,=2*3,HTML,\r\nOption,100,007,HTML,\r\n"));
    BOOST_TEST(has(text, "Feedback,By &lt;far&gt;.,HTML,,\r\n,,,,\r\n"));
}

BOOST_AUTO_TEST_CASE(blooket_has_two_rows_of_heads) {
    const auto text = write_blooket(rivers());
    BOOST_TEST(text.starts_with("\"Blooket\nImport Template\",,,,,,,\r\nQuestion #,Question Text,Answer 1,"));
    BOOST_TEST(has(text, "1,\"Which is longest & \"\"best\"\"?\",=2*3,007,a b,,30,2\r\n"));
}

BOOST_AUTO_TEST_CASE(aiken_is_a_line_a_text) {
    BOOST_TEST(write_aiken(rivers()) ==
               "Which is longest & \"best\"?\nA) =2*3\nB) 007\nC) a b\nANSWER: B\n\n");
    auto question = rivers().questions[0];
    BOOST_TEST(!aiken_obstacle(question));
    for (const char* stem : {"A) plant", "B. subtilis is", "x", "ANSWER:B is what?"}) {
        question.stem = stem;
        BOOST_TEST(aiken_obstacle(question).has_value(), stem);
    }
}

BOOST_AUTO_TEST_CASE(google_forms_texts_cannot_become_code) {
    auto test = rivers();
    test.questions[0].stem = "</script>\u2028\"); alert(1); //\\";
    const auto script = write_google_forms(test);
    BOOST_TEST(has(script, R"("text":"\u003c/script>\u2028\"); alert(1); //\\")"));
    BOOST_TEST(has(script, "form.setIsQuiz(true);"));
    BOOST_TEST(has(script, R"("right":1)"));
}

BOOST_AUTO_TEST_CASE(latex_escapes_what_means_something_and_leaves_formulas) {
    auto test = rivers();
    test.questions[0].stem = "50% of $x^2$ & #1_a \\ {b}?\n  [c]";
    const auto text = write_latex(test);
    BOOST_TEST(has(text, R"(\question[1] 50\% of \(x^2\) \& \#1\_a \textbackslash{} \{b\}?\\{})"));
    BOOST_TEST(has(text, "~~{[}c]"));
    BOOST_TEST(has(text, R"(  \CorrectChoice 007)"));
    BOOST_TEST(has(text, "\\begin{solution}\nBy \\textless{}far\\textgreater{}.\n\\end{solution}"));
}

BOOST_AUTO_TEST_CASE(latex_formulas_cannot_reach_out_of_themselves) {
    const auto stem = [](const std::string& text) {
        auto test = rivers();
        test.questions[0].stem = text;
        const auto tex = write_latex(test);
        const auto from = tex.find("\\question[1] ") + 13;
        return tex.substr(from, tex.find("\n", from) - from);
    };
    BOOST_TEST(stem("\\(50% of \\# # x\\)") == "\\(50\\% of \\# \\# x\\)");
    for (const char* formula :
         {"\\(\\input{/etc/passwd}\\)", "\\(x}\\)", "\\[\\immediate\\write18{ls}\\]", "\\(^^5cinput x\\)"}) {
        const auto tex = stem(formula);
        BOOST_TEST(tex.starts_with("\\textbackslash{}"), tex);
        BOOST_TEST(tex.find("\\input") == tex.npos);
        BOOST_TEST(tex.find("\\write") == tex.npos);
    }
}

BOOST_AUTO_TEST_CASE(canvas_is_qti_1_2_with_points_and_the_explanation) {
    const auto bytes = write_canvas(rivers());
    const std::string id = "test-0b5a0d1e-3c53-4d0f-9a52-5d6f1a5f0001";
    BOOST_TEST(
        has(test::file_in_zip(bytes, "imsmanifest.xml"), "<file href=\"" + id + "/" + id + ".xml\"/>"));
    const auto xml = test::file_in_zip(bytes, id + "/" + id + ".xml");
    BOOST_TEST(has(xml, "<fieldlabel>points_possible</fieldlabel><fieldentry>1.0</fieldentry>"));
    BOOST_TEST(has(xml, "Which is&lt;br&gt;&amp;nbsp;longest &amp;amp; &quot;best&quot;?</mattext>"));
    BOOST_TEST(has(xml, "<varequal respident=\"response1\">B</varequal>"));
    BOOST_TEST(has(xml, "<itemfeedback ident=\"general_fb\">"));
}

BOOST_AUTO_TEST_SUITE_END()
