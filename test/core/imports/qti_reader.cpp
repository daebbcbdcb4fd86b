#include "core/imports/qti_reader.hpp"

#include <boost/test/unit_test.hpp>

#include "core/imports/archive_reader.hpp"

using namespace examwright;

BOOST_AUTO_TEST_SUITE(qti_reader)

namespace {

/// An archive of one file.
question_set read(const std::string& xml) {
    auto set = read_archive("\fitems/q.xml\n" + xml);
    BOOST_REQUIRE_MESSAGE(set.has_value(), set.error().detail);
    return std::move(*set);
}

std::string reason_of(const std::string& xml) {
    const auto set = read_archive("\fitems/q.xml\n" + xml);
    return set ? "it was read" : set.error().detail;
}

std::string choices(const std::string& response = "RESPONSE") {
    return "<choiceInteraction responseIdentifier=\"" + response +
           "\"><simpleChoice identifier=\"A\">x</simpleChoice><simpleChoice identifier=\"B\">y</simpleChoice>"
           "</choiceInteraction>";
}

std::string second_version(const std::string& body, const std::string& declared,
                           const std::string& behind = "") {
    return "<assessmentItem identifier=\"i\" title=\"I\"><responseDeclaration "
           "identifier=\"OTHER\"><correctResponse>"
           "<value>A</value></correctResponse></responseDeclaration><responseDeclaration "
           "identifier=\"RESPONSE\">" +
           declared + "</responseDeclaration><itemBody>" + body + "</itemBody>" + behind +
           "</assessmentItem>";
}

const std::string key_b = "<correctResponse><value>B</value></correctResponse>";

std::string material(const std::string& text) {
    return "<material><mattext texttype=\"text/html\">" + text + "</mattext></material>";
}

std::string response(const std::string& name) {
    return "<response_lid ident=\"" + name +
           "\" rcardinality=\"Single\"><render_choice><response_label ident=\"1\">" + material("x") +
           "</response_label><response_label ident=\"2\">" + material("y") +
           "</response_label></render_choice></response_lid>";
}

std::string condition(const std::string& choice, const std::string& outcome) {
    return "<respcondition><conditionvar><varequal respident=\"r\">" + choice + "</varequal></conditionvar>" +
           outcome + "</respcondition>";
}

std::string first_version(const std::string& presented, const std::string& rules,
                          const std::string& behind = "") {
    return "<questestinterop><assessment title=\"T\"><section><item ident=\"i\" title=\"I\"><presentation>" +
           presented + "</presentation><resprocessing>" + rules + "</resprocessing>" + behind +
           "</item></section></assessment></questestinterop>";
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_line_break_is_one_and_an_image_is_one) {
    const auto set =
        read(second_version("<p>a<br/>b <img src=\"m/c.png\" alt=\"A cell\"/></p>" + choices(), key_b));
    BOOST_TEST(set.questions[0].stem == "a\nb [image: A cell]");
    BOOST_TEST(set.questions[0].correct == 1u);
}

BOOST_AUTO_TEST_CASE(the_key_may_be_what_gives_points) {
    const auto mapped =
        "<mapping><mapEntry mapKey=\"A\" mappedValue=\"0\"/><mapEntry mapKey=\"B\" "
        "mappedValue=\"1\"/></mapping>";
    BOOST_TEST(read(second_version("<p>Which?</p>" + choices(), mapped)).questions[0].correct == 1u);
}

BOOST_AUTO_TEST_CASE(an_item_of_several_parts_is_left_out) {
    BOOST_TEST(reason_of(second_version("<p>Two</p>" + choices() + "<p>more</p>" + choices("OTHER"), key_b))
                   .find("several parts") != std::string::npos);
    BOOST_TEST(
        reason_of(second_version("<p>Two</p><div>" + choices() + "</div><textEntryInteraction/>", key_b))
            .find("several parts") != std::string::npos);
    BOOST_TEST(reason_of(first_version(material("Match") + response("r") + response("s"),
                                       condition("1", "<setvar>50</setvar>")))
                   .find("a matching question") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(feedback_of_a_choice_names_it) {
    const auto feedback = [](const std::string& name, const std::string& text) {
        return "<modalFeedback outcomeIdentifier=\"F\" identifier=\"" + name + "\">" + text +
               "</modalFeedback>";
    };
    const auto second =
        read(second_version("<p>Which?</p>" + choices(), key_b,
                            feedback("A", "<p>No.</p>") + feedback("SOLUTION", "<p>So.</p>")));
    BOOST_TEST(second.questions[0].explanation == "So.\nx: No.");
    const auto item_feedback = [](const std::string& name, const std::string& text) {
        return "<itemfeedback ident=\"" + name + "\"><flow_mat>" + material(text) +
               "</flow_mat></itemfeedback>";
    };
    const auto first = read(first_version(
        material("Which?") + response("r"),
        condition("2", "<displayfeedback linkrefid=\"2_fb\"/>") + condition("2", "<setvar>100</setvar>"),
        item_feedback("2_fb", "Yes.") + item_feedback("general_fb", "So.") +
            item_feedback("general_incorrect_fb", "Oh.")));
    BOOST_TEST(first.questions[0].explanation == "So.\ny: Yes.");
    BOOST_TEST(first.questions[0].correct == 1u);
}

BOOST_AUTO_TEST_CASE(pools_of_blackboard_are_read) {
    const auto text = [](const std::string& words) {
        return "<flow><material><mat_extension><mat_formattedtext type=\"HTML\">&lt;p&gt;" + words +
               "&lt;/p&gt;</mat_formattedtext></mat_extension></material></flow>";
    };
    const auto set = read(first_version(
        "<flow>" + text("Which?") +
            "<flow><response_lid ident=\"r\" rcardinality=\"Single\"><render_choice>"
            "<flow_label><response_label ident=\"1\">" +
            text("x") +
            "</response_label></flow_label>"
            "<flow_label><response_label ident=\"2\">" +
            text("y") +
            "</response_label></flow_label>"
            "</render_choice></response_lid></flow></flow>",
        condition("2",
                  "<setvar variablename=\"SCORE\" action=\"Set\">SCORE.max</setvar>"
                  "<displayfeedback linkrefid=\"correct\"/>") +
            "<respcondition><conditionvar><other/></conditionvar><setvar>0</setvar></respcondition>",
        "<itemfeedback ident=\"correct\">" + text("So.") + "</itemfeedback>"));
    BOOST_TEST(set.questions[0].stem == "Which?");
    BOOST_TEST(set.questions[0].options == (std::vector<std::string>{"x", "y"}),
               boost::test_tools::per_element());
    BOOST_TEST(set.questions[0].correct == 1u);
    BOOST_TEST(set.questions[0].explanation == "So.");
}

BOOST_AUTO_TEST_CASE(other_archives_are_told_apart) {
    const auto moodle = read(
        "<quiz><question type=\"multichoice\"><questiontext><text>Q</text></questiontext>"
        "<answer fraction=\"100\"><text>a</text></answer><answer fraction=\"0\"><text>b</text>"
        "</answer></question></quiz>");
    BOOST_TEST(moodle.questions.size() == 1u);
    const auto canvas = read_archive(
        "\fa/assessment_meta.xml\n<quiz><title>Settings</title></quiz>\fa/a.xml\n" +
        first_version(material("Which?") + response("r"), condition("2", "<setvar>100</setvar>")));
    BOOST_REQUIRE_MESSAGE(canvas.has_value(), canvas.error().detail);
    BOOST_TEST(canvas->questions[0].stem == "Which?");
    const auto workbook = read_archive("\fxl/workbook.xml\n<workbook/>");
    BOOST_TEST(workbook.error().detail.find("CSV") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_stem_has_no_names_of_elements_and_no_notes_for_others) {
    const std::pair<std::string, std::string> bodies[] = {
        {"<rubricBlock view=\"scorer\"><p>SECRET</p></rubricBlock><p>Pick</p>", "Pick"},
        {"<rubricBlock view=\"tutor author\"><p>SECRET</p></rubricBlock><p>Pick</p>", "Pick"},
        {"<rubricBlock view=\"candidate\"><p>Read it.</p></rubricBlock><p>Pick</p>", "Read it.\n\nPick"},
        {"<p>Pick</p><feedbackBlock identifier=\"x\"><p>HIDDEN</p></feedbackBlock>", "Pick"},
        {"<p>Pick <feedbackInline identifier=\"x\">HIDDEN</feedbackInline></p>", "Pick"},
        {"<infoControl title=\"hint\"><p>HINT</p></infoControl><p>Pick</p>", "Pick"},
        {"<p>Pick <templateInline identifier=\"x\">one</templateInline></p>", "Pick one"},
        {"<p>Pick</p><apip:x xmlns:apip=\"u\">one</apip:x>", "Pick\n\none"},
        {"<p>See <object data=\"images/cell.png\" type=\"image/png\"/> there</p>",
         "See [image: cell.png] there"},
        {"<p>See <object data=\"a/b.pdf\" type=\"application/pdf\">a page</object></p>", "See [file: b.pdf]"},
        {"<main><details><summary>S</summary>D</details><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></"
         "main>",
         "S\nD\n漢(kan)"},
        {"<p>See <svg width=\"1\"><text>lab</text></svg></p>", "See [image]"},
        {"<p>a<unknownThing><b>b</b></unknownThing></p>", "ab"},
        {"<p>a &lt;b&gt; &lt;main&gt;</p>", "a <b> <main>"}};
    for (const auto& [body, stem] : bodies)
        BOOST_TEST(read(second_version(body + choices(), key_b)).questions[0].stem == stem);
    BOOST_TEST(reason_of(second_version("<p>1 + <printedVariable identifier=\"N\"/></p>" + choices(), key_b))
                   .find("computed values") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(parts_that_cannot_be_read_are_told) {
    const auto item = [](const std::string& path) {
        return "\f" + path + "\n" + second_version("<p>Which?</p>" + choices(), key_b);
    };
    const auto broken = "\fitems/2.xml\n<assessmentItem><itemBody>";
    const auto declares =
        "\fitems/3.xml\n<!DOCTYPE assessmentItem [<!ENTITY nbsp \"&#160;\">]><assessmentItem/>";
    const auto set = read_archive(item("items/1.xml") + broken + declares + "\fa.dat\n\x01\x02" +
                                  item("items/4.xml") + "\f\n7");
    BOOST_REQUIRE_MESSAGE(set.has_value(), set.error().detail);
    BOOST_TEST(set->questions.size() == 2u);
    BOOST_REQUIRE(set->left_out.size() == 3u);
    BOOST_TEST(set->left_out[0].name == "items/2.xml");
    BOOST_TEST(set->left_out[0].reason.find("not well-formed") != std::string::npos);
    BOOST_TEST(set->left_out[1].name == "items/3.xml");
    BOOST_TEST(set->left_out[1].reason.find("DOCTYPE") != std::string::npos);
    BOOST_TEST(set->left_out[2].reason == "7 of its files are too many and were not read");
    BOOST_TEST(read_archive(broken).error().detail.find("items/2.xml: it is not well-formed") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(points_that_are_taken_off_make_no_right_answer) {
    const auto rules = condition("2", "<setvar action=\"Add\">2</setvar>") +
                       condition("1", "<setvar action=\"Subtract\">1</setvar>");
    BOOST_TEST(read(first_version(material("Which?") + response("r"), rules)).questions[0].correct == 1u);
}

BOOST_AUTO_TEST_CASE(material_may_be_elements) {
    const auto stem =
        "<material><mattext texttype=\"text/xhtml\"><p>Para <b>bold</b></p><p>two</p></mattext></material>";
    const auto set = read(first_version(stem + response("r"), condition("2", "<setvar>1</setvar>")));
    BOOST_TEST(set.questions[0].stem == "Para bold\n\ntwo");
}

BOOST_AUTO_TEST_CASE(a_solution_explains) {
    for (const char* name : {"S", "solution"}) {
        const auto solution = "<itemfeedback ident=\"" + std::string(name) +
                              "\"><solution><solutionmaterial>" + material("Because.") +
                              "</solutionmaterial></solution></itemfeedback>";
        const auto set = read(first_version(material("Which?") + response("r"),
                                            condition("2", "<setvar>1</setvar>"), solution));
        BOOST_TEST(set.questions[0].explanation == "Because.", name);
    }
}

BOOST_AUTO_TEST_SUITE_END()
