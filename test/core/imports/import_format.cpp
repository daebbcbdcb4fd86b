#include "core/imports/import_format.hpp"

#include <boost/test/unit_test.hpp>

using namespace examwright;

BOOST_AUTO_TEST_SUITE(import_format)

namespace {

using format = examwright::import_format;

question_set read(format wanted, const std::string& text) {
    auto set = read_question_text(wanted, text);
    BOOST_REQUIRE_MESSAGE(set.has_value(), set.error().detail);
    return std::move(*set);
}

std::string moodle(const std::string& stem, const std::string& answers, const std::string& single = "true") {
    return "<question type=\"multichoice\"><questiontext format=\"html\"><text>" + stem +
           "</text></questiontext><single>" + single + "</single>" + answers + "</question>";
}

std::string answer(const std::string& text, const std::string& fraction) {
    return "<answer fraction=\"" + fraction + "\" format=\"html\"><text>" + text + "</text></answer>";
}

}  // namespace

BOOST_AUTO_TEST_CASE(xml_is_known_behind_comments_and_prefixes) {
    for (const char* text :
         {"<!-- made by hand --><quiz/>", "\xEF\xBB\xBF\n <quiz>", "<!DOCTYPE quiz><quiz/>"})
        BOOST_TEST((detect_import_format(text) == format::moodle_xml), text);
    for (const char* text : {"<imsqti:assessmentItem xmlns:imsqti=\"x\">", "<questestinterop>",
                             "<assessmentItem\n id=\"x\">", "<?xml version=\"1.0\"?><questestinterop/>"})
        BOOST_TEST((detect_import_format(text) == format::qti), text);
    BOOST_TEST((detect_import_format("<b>Which?</b> {=a ~b}") == format::gift));
}

BOOST_AUTO_TEST_CASE(a_text_in_no_format_is_told_what_can_be_imported) {
    const auto read = read_question_text(format::gift, "Dear all,\n\nsee you tomorrow.");
    BOOST_REQUIRE(!read.has_value());
    BOOST_TEST(read.error().detail.find("moodle-xml") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(characters_that_no_text_holds_do_not_come_in_by_references) {
    const auto xml = read(format::moodle_xml,
                          "<quiz>" + moodle("a&#1;b&#x7F;", answer("x&#7;", "100") + answer("y", "0")) +
                              moodle("Q", answer("&#2;", "100") + answer("y", "0")) + "</quiz>");
    BOOST_REQUIRE(xml.questions.size() == 1u);
    BOOST_TEST(xml.questions[0].stem == "ab");
    BOOST_TEST(xml.questions[0].options[0] == "x");
    BOOST_REQUIRE(xml.left_out.size() == 1u);
    BOOST_TEST(xml.left_out[0].reason == "its option A is empty");
    const auto gift = read(format::gift, "[html]a&\\#1;b{=x&\\#x8;y ~z}");
    BOOST_TEST(gift.questions[0].stem == "ab");
    BOOST_TEST(gift.questions[0].options[0] == "xy");
}

BOOST_AUTO_TEST_CASE(one_right_answer_of_those_that_may_be_several_is_one) {
    const auto set = read(format::moodle_xml,
                          "<quiz>" + moodle("One", answer("x", "100") + answer("y", "-50"), "false") +
                              moodle("Two", answer("x", "50") + answer("y", "50"), "false") + "</quiz>");
    BOOST_TEST(set.questions.size() == 1u);
    BOOST_REQUIRE(set.left_out.size() == 1u);
    BOOST_TEST(set.left_out[0].reason == "it may have several right answers");
}

BOOST_AUTO_TEST_CASE(images_of_markdown_are_named) {
    const auto set = read(format::gift, "[markdown]See ![a cell](c.png) and ![](d.png), [this](e).{=x ~y}");
    BOOST_TEST(set.questions[0].stem == "See [image: a cell] and [image], this.");
}

BOOST_AUTO_TEST_SUITE_END()
