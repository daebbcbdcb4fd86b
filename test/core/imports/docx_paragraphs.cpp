#include "core/imports/docx_paragraphs.hpp"

#include <boost/test/unit_test.hpp>
#include <optional>

#include "core/imports/docx_reader.hpp"

using namespace examwright;

BOOST_AUTO_TEST_SUITE(docx_paragraphs)

namespace {

const std::string numbering = R"(<numbering>
<abstractNum abstractNumId="0"><lvl ilvl="0"><numFmt val="decimal"/></lvl><lvl ilvl="1"><numFmt val="lowerLetter"/></lvl></abstractNum>
<abstractNum abstractNumId="1"><lvl ilvl="0"><numFmt val="decimal"/><pStyle val="ListNumber"/></lvl>
<lvl ilvl="1"><numFmt val="upperLetter"/><pStyle val="ListOption"/></lvl></abstractNum>
<num numId="1"><abstractNumId val="0"/></num><num numId="2"><abstractNumId val="1"/></num></numbering>)";
const std::string styles = R"(<styles>
<style styleId="ListNumber"><pPr><numPr><numId val="2"/></numPr></pPr></style>
<style styleId="ListOption"><pPr><numPr><numId val="2"/></numPr></pPr></style>
<style styleId="Derived"><basedOn val="ListNumber"/></style>
<style styleId="Strong"><rPr><b/></rPr></style></styles>)";

std::string paragraph(const std::string& text, const std::string& run = "",
                      const std::string& properties = "") {
    return "<p><pPr>" + properties + "</pPr><r><rPr>" + run + "</rPr><t>" + text + "</t></r></p>";
}

std::string in_style(const std::string& text, const std::string& style, const std::string& run = "") {
    return paragraph(text, run, "<pStyle val=\"" + style + "\"/>");
}

std::string in_list(const std::string& text, int level, const std::string& run = "") {
    return paragraph(text, run,
                     "<numPr><ilvl val=\"" + std::to_string(level) + "\"/><numId val=\"1\"/></numPr>");
}

std::vector<word_paragraph> paragraphs_of(const std::string& body) {
    const auto document = parse_xml("<document><body>" + body + "</body></document>");
    BOOST_REQUIRE_MESSAGE(document.has_value(), document.error().detail);
    const auto lists = parse_xml(numbering), looks = parse_xml(styles);
    return examwright::docx_paragraphs(*document, &*lists, &*looks);
}

/// Each question as "stem=right option"; after a "-" the name of what was left out.
std::vector<std::string> keys_of(const std::string& body) {
    const auto set = read_docx(paragraphs_of(body));
    if (!set)
        return {set.error().detail};
    std::vector<std::string> keys;
    for (const auto& question : set->questions)
        keys.push_back(question.stem + "=" + question.options[question.correct]);
    for (const auto& part : set->left_out)
        keys.push_back("-" + part.name);
    return keys;
}

using texts = std::vector<std::string>;
const std::string bold = "<b/>";

std::string cells(const std::vector<texts>& rows) {
    std::string xml = "<tbl>";
    for (const auto& row : rows) {
        xml += "<tr>";
        for (const auto& text : row)
            xml += "<tc>" + paragraph(text) + "</tc>";
        xml += "</tr>";
    }
    return xml + "</tbl>";
}

const std::string three_questions = paragraph("1. One?") + paragraph("A) a") + paragraph("B) b") +
                                    paragraph("2. Two?") + paragraph("A) c") + paragraph("B) d") +
                                    paragraph("3. Three?") + paragraph("A) e") + paragraph("B) f");
const texts three_keys{"One?=b", "Two?=c", "Three?=f"};

}  // namespace

BOOST_AUTO_TEST_CASE(lists_are_those_of_the_paragraph_or_of_its_style) {
    BOOST_TEST(keys_of(in_list("One?", 0) + in_list("a", 1) + in_list("b", 1, bold)) == texts{"One?=b"},
               boost::test_tools::per_element());
    BOOST_TEST(keys_of(in_style("One?", "ListNumber") + in_style("a", "ListOption") +
                       in_style("b", "ListOption", bold) + in_style("Two?", "Derived") +
                       in_style("c", "ListOption", bold) + in_style("d", "ListOption")) ==
                   (texts{"One?=b", "Two?=c"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_option_may_be_marked_in_any_way) {
    for (const std::string mark :
         {"<b/>", "<u val=\"single\"/>", "<highlight val=\"yellow\"/>", "<shd fill=\"FFFF00\"/>",
          "<color val=\"FF0000\"/>", "<rStyle val=\"Strong\"/>"})
        BOOST_TEST(
            keys_of(paragraph("1. One?") + paragraph("A) a") + paragraph("B) b", mark)) == texts{"One?=b"},
            mark << boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_mark_that_one_option_alone_has_counts) {
    const std::string both = "<b/><highlight val=\"green\"/>", blue = "<color val=\"0000FF\"/>";
    BOOST_TEST(keys_of(paragraph("1. One?", bold) + paragraph("A) a", bold) + paragraph("B) b", both)) ==
               texts{"One?=b"});
    BOOST_TEST(keys_of(paragraph("1. One?") + paragraph("A) a", blue) + paragraph("B) b", blue + bold)) ==
               texts{"One?=b"});
    BOOST_TEST(keys_of(paragraph("1. One?") + paragraph("A) a", bold) + paragraph("B) b", bold) +
                       paragraph("C) c") + paragraph("2. Two?") + paragraph("A) *d") + paragraph("B) e")) ==
               (texts{"Two?=d", "-Question 1"}));
}

BOOST_AUTO_TEST_CASE(signs_behind_the_right_option_are_no_part_of_it) {
    for (const char* sign :
         {"*", " ✓", " (Correct)", " [correct]", " (RICHTIG)", " (bonne réponse)", " (सही)"})
        BOOST_TEST(keys_of(paragraph("1. One?") + paragraph("A) a") +
                           paragraph(std::string("B) b") + sign)) == texts{"One?=b"},
                   sign);
    BOOST_TEST(keys_of(paragraph("1. One?") + paragraph("A) f(x)*") + paragraph("B) f(y)")) ==
               texts{"One?=f(x)"});
}

BOOST_AUTO_TEST_CASE(the_key_may_be_a_table) {
    const std::vector<std::vector<texts>> tables{
        {{"Question", "Answer"}, {"1", "B"}, {"2", "a"}, {"3", "B)"}},
        {{"1.", "B"}, {"2.", "A"}, {"3.", "B"}},
        {{"1", "2", "3"}, {"B", "A", "B"}},
        {{"Frage", "1", "2", "3"}, {"Antwort", "B", "A", "B"}},
        {{"1", "B", "so"}, {"2", "c", "or"}, {"3", "f", "thus"}}};
    for (const auto& table : tables)
        for (const auto& heading : {paragraph("Answer key"), std::string()})
            BOOST_TEST(keys_of(three_questions + heading + cells(table)) == three_keys,
                       boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_key_may_name_the_words_of_an_option) {
    BOOST_TEST(
        keys_of(paragraph("1. One?") + paragraph("A) Paris") + paragraph("B) A town") + paragraph("2. Two?") +
                paragraph("A) c") + paragraph("B) d") + paragraph("Answers") + paragraph("1. A town") +
                paragraph("2. B) d, because")) == (texts{"One?=A town", "Two?=d"}),
        boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(options_may_be_counted_by_letters_of_hindi) {
    BOOST_TEST(keys_of(paragraph("1. क्या?") + paragraph("(क) एक") + paragraph("(ख) दो") +
                       paragraph("उत्तर: (ख)")) == texts{"क्या?=दो"});
}

BOOST_AUTO_TEST_CASE(an_option_too_many_is_not_dropped_in_silence) {
    std::string options;
    for (char letter = 'A'; letter <= 'K'; ++letter)
        options += paragraph(std::string(1, letter) + ") option " + letter, letter == 'C' ? bold : "");
    BOOST_TEST(keys_of(paragraph("1. Eleven?") + options + paragraph("2. Two?") + paragraph("A) a", bold) +
                       paragraph("B) b")) == (texts{"Two?=a", "-Question 1"}));
}

BOOST_AUTO_TEST_CASE(formulas_keep_their_shape) {
    const std::string square =
        "<oMath><sSup><e><r><t>x</t></r></e><sup><r><t>2</t></r></sup></sSup><r><t>=4</t></r></oMath>";
    BOOST_TEST(paragraphs_of("<p><r><t>Solve </t></r>" + square + "<r><t>.</t></r></p>")[0].text ==
               "Solve \\({x}^{2}=4\\).");
    BOOST_TEST(paragraphs_of("<p><oMathPara><oMath><r><t>a=b</t></r></oMath></oMathPara></p>")[0].text ==
               "a=b");
}

BOOST_AUTO_TEST_CASE(a_mark_may_leave_out_the_letter_or_the_point) {
    const auto runs = [](const std::vector<std::pair<std::string, std::string>>& parts) {
        std::string xml = "<p>";
        for (const auto& [text, properties] : parts)
            xml += "<r><rPr>" + properties + "</rPr><t>" + text + "</t></r>";
        return xml + "</p>";
    };
    const auto other = paragraph("1. One?") + paragraph("a) one");
    for (const std::string mark : {"<b/>", "<highlight val=\"yellow\"/>", "<color val=\"FF0000\"/>"}) {
        BOOST_TEST(keys_of(other + runs({{"b) ", ""}, {"two", mark}})) == texts{"One?=two"}, mark);
        BOOST_TEST(keys_of(other + runs({{"b)", mark}, {" two", ""}})) == texts{"One?=two"}, mark);
        BOOST_TEST(keys_of(other + runs({{"b) ", ""}, {"two", mark}, {".", ""}})) == texts{"One?=two."},
                   mark);
        BOOST_TEST(
            keys_of(other + runs({{"b) ", ""}, {"(", ""}, {"two", mark}, {")", ""}})) == texts{"One?=(two)"},
            mark);
    }
    BOOST_TEST(keys_of(paragraph("1. One?") + runs({{"a) ", bold}, {"one", ""}}) +
                       runs({{"b) ", bold}, {"two", bold}})) == texts{"One?=two"});
    BOOST_TEST(keys_of(paragraph("1. One?") + paragraph("a) &lt;", bold) + paragraph("b) !")) ==
               texts{"One?=<"});
    BOOST_TEST(keys_of(other + runs({{"b) two ", ""}, {"words", bold}})).front().find("neither marked") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_key_in_a_table_is_read_by_its_places) {
    for (const std::string entry : {"A and B", "", "-", "essay"})
        BOOST_TEST(keys_of(three_questions + paragraph("Answer key") +
                           cells({{"1", entry}, {"2", "B"}, {"3", "A"}})) ==
                       (texts{"Two?=d", "Three?=e", "-Question 1"}),
                   entry << boost::test_tools::per_element());
    BOOST_TEST(
        keys_of(three_questions +
                cells({{"No", "Answer", "Points"}, {"1", "B", "1"}, {"2", "A", "2"}, {"3", "B", "1"}})) ==
            three_keys,
        boost::test_tools::per_element());
    const auto wide = "<tbl><tr><tc><tcPr><gridSpan val=\"2\"/></tcPr>" + paragraph("Answers") +
                      "</tc></tr>" + cells({{"1", "B"}, {"2", "A"}, {"3", "B"}}).substr(5);
    BOOST_TEST(keys_of(three_questions + wide) == three_keys, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_table_of_numbers_in_a_question_is_no_key) {
    BOOST_TEST(keys_of(paragraph("1. Which row?") + cells({{"1", "5"}, {"2", "7"}}) + paragraph("A) x") +
                       paragraph("B) y") + paragraph("Answer: B") + paragraph("2. Two?") + paragraph("A) x") +
                       paragraph("B) y") + paragraph("Answer: A"))
                   .size() == 2u);
}

BOOST_AUTO_TEST_SUITE_END()
