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
    BOOST_TEST(in_order(xml, {"A::B &amp; &lt;C&gt;",
                              ">Questions<",
                              ">1.<",
                              "Is &lt;b&gt;",
                              ">A.<",
                              ">D.<",
                              ">2.<",
                              ">E.<",
                              ">5<",
                              ">Answer key<",
                              ">1.<",
                              ">C<",
                              ">2.<",
                              ">E<",
                              ">Explanations<",
                              ">1. C.<",
                              "(river)",
                              "First line",
                              "“He said: &lt;no&gt;.”",
                              ">Page 7<",
                              ">2. E.<",
                              ">5<"}));
    BOOST_TEST(xml.find("Page", xml.find(">2. E.<")) == xml.npos);
}

BOOST_AUTO_TEST_CASE(line_breaks_and_blanks_stay) {
    BOOST_TEST(
        document(test::nasty_test())
            .find(
                R"(First line</w:t><w:br/><w:t xml:space="preserve"></w:t><w:br/><w:t xml:space="preserve">  third)") !=
        std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_reads_from_right_to_left_is_set_so) {
    const auto xml = document(test::nasty_test());
    const auto paragraph_of = [&](const std::string& text) {
        const auto at = xml.find(text);
        const auto begin = xml.rfind("<w:p>", at);
        return xml.substr(begin, at - begin);
    };
    BOOST_TEST(in_order(paragraph_of("ما أطول"), {"<w:bidi/>", "<w:rtl/>"}));
    BOOST_TEST(in_order(paragraph_of("النهر"), {"<w:bidi/>", "<w:rtl/>"}));
    BOOST_TEST(paragraph_of("नदी").find("<w:bidi/>") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_title_is_among_the_properties) {
    const auto bytes = write_docx(test::nasty_test());
    BOOST_TEST(test::read_zip(bytes).front().first == "[Content_Types].xml");
    BOOST_TEST(
        test::file_in_zip(bytes, "docProps/core.xml").find("<dc:title>A::B &amp; &lt;C&gt;</dc:title>") !=
        std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
