#include "core/exports/docx.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

#include "test/support/nasty_test.hpp"
#include "test/support/zip_reader.hpp"

using namespace examwright;

BOOST_AUTO_TEST_SUITE(docx)

namespace {

std::string document(const exported_test& test) {
    return test::file_in_zip(write_docx(test), "word/document.xml");
}

/// Whether the parts stand in text in this order.
bool in_order(const std::string& text, std::initializer_list<std::string> parts) {
    std::size_t at = 0;
    for (const auto& part : parts) {
        at = text.find(part, at);
        if (at == text.npos)
            return false;
        at += part.size();
    }
    return true;
}

}  // namespace

BOOST_AUTO_TEST_CASE(questions_then_the_key_then_the_explanations) {
    const auto xml = document(test::nasty_test());
    BOOST_TEST(
        in_order(xml, {"A::B &amp; &lt;C&gt;", ">Questions<", "<w:numId w:val=\"1\"/>", "Is &lt;b&gt;",
                       "<w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/>", "LastOption", ">5<", ">Answer key<",
                       "<w:numId w:val=\"2\"/>", ">C<", ">E<", ">Explanations<", "<w:numId w:val=\"3\"/>",
                       ">C. النهر (river)", "First line", "“He said: &lt;no&gt;.”", ">Page 7<", ">E. 5<"}));
    BOOST_TEST(xml.find("Page", xml.find(">E. 5<")) == xml.npos);
}

BOOST_AUTO_TEST_CASE(line_breaks_and_blanks_stay) {
    BOOST_TEST(
        document(test::nasty_test())
            .find(
                R"(First line</w:t><w:br/><w:t xml:space="preserve"></w:t><w:br/><w:t xml:space="preserve">  third)") !=
        std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_question_is_set_in_the_direction_of_its_stem) {
    const auto xml = document(test::nasty_test());
    const auto paragraph_of = [&](const std::string& text) {
        const auto at = xml.find(text);
        const auto begin = xml.rfind("<w:p>", at);
        return xml.substr(begin, at - begin);
    };
    BOOST_TEST(in_order(paragraph_of("ما أطول"), {"<w:bidi/>", "<w:rtl/>"}));
    BOOST_TEST(in_order(paragraph_of(">5<"), {"<w:bidi/>", "<w:rtl/>"}));
    BOOST_TEST(in_order(paragraph_of(">E. 5<"), {"<w:bidi/>", "<w:rtl/>"}));
    BOOST_TEST(paragraph_of("النهر").find("<w:bidi/>") == std::string::npos);
    BOOST_TEST(paragraph_of("नदी").find("<w:bidi/>") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(labels_are_in_the_language_of_the_test) {
    auto test = test::nasty_test();
    test.questions.resize(1);
    test.questions[0].stem = "Welche der folgenden Aussagen über den Fluss ist richtig und warum ist sie es?";
    test.questions[0].explanation = "Das ist der längste Fluss, weil er durch die meisten Länder fließt.";
    const auto xml = document(test);
    for (const char* label : {">Fragen<", ">Lösungen<", ">Erläuterungen<", ">Seite 7<"})
        BOOST_TEST(xml.find(label) != xml.npos, label);
    BOOST_TEST(test::file_in_zip(write_docx(test), "word/styles.xml").find("<w:lang w:val=\"de\"/>") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(word_is_told_that_the_document_is_new) {
    const auto settings = test::file_in_zip(write_docx(test::nasty_test()), "word/settings.xml");
    BOOST_TEST(settings.find("w:name=\"compatibilityMode\"") != settings.npos);
}

BOOST_AUTO_TEST_CASE(the_title_is_among_the_properties) {
    const auto bytes = write_docx(test::nasty_test());
    BOOST_TEST(test::read_zip(bytes).front().first == "[Content_Types].xml");
    BOOST_TEST(
        test::file_in_zip(bytes, "docProps/core.xml").find("<dc:title>A::B &amp; &lt;C&gt;</dc:title>") !=
        std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
