#include "core/exports/qti.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

#include "test/support/nasty_test.hpp"
#include "test/support/zip_reader.hpp"

using namespace examwright;

BOOST_AUTO_TEST_SUITE(qti)

namespace {

const std::string first_item = "items/question-0b5a0d1e-3c53-4d0f-9a52-5d6f1a5f0002.xml";
const std::string second_item = "items/question-9b5a0d1e-3c53-4d0f-9a52-5d6f1a5f0003.xml";

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != text.npos;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_manifest_and_the_test_name_every_item_in_order) {
    const auto bytes = write_qti(test::nasty_test());
    BOOST_TEST(test::read_zip(bytes).front().first == "imsmanifest.xml");
    const auto manifest = test::file_in_zip(bytes, "imsmanifest.xml");
    const auto assessment = test::file_in_zip(bytes, "test.xml");
    for (const auto& item : {first_item, second_item}) {
        BOOST_TEST(has(manifest, "href=\"" + item + "\""));
        BOOST_TEST(has(assessment, "href=\"" + item + "\""));
    }
    BOOST_TEST(assessment.find(first_item) < assessment.find(second_item));
    BOOST_TEST(has(assessment, "title=\"A::B &amp; &lt;C&gt;\""));
}

BOOST_AUTO_TEST_CASE(an_item_holds_the_stem_the_options_the_key_and_what_explains_it) {
    const auto xml = test::file_in_zip(write_qti(test::nasty_test()), first_item);
    BOOST_TEST(has(xml, "title=\"A::B &amp; &lt;C&gt; 01\""));
    BOOST_TEST(has(xml,
                   "<div>Is &lt;b&gt;x&lt;/b&gt; &amp; \"y\" 'z'</div><div>in {{A}} ~ = # or "
                   "\\(\\frac{1}{2}\\)?"));
    BOOST_TEST(has(xml, "normalMaximum=\"1\""));
    BOOST_TEST(has(xml, "identifier=\"MAXSCORE\""));
    BOOST_TEST(has(xml, "<simpleChoice identifier=\"A\">]]&gt; [sound:a.mp3]</simpleChoice>"));
    BOOST_TEST(has(xml, "<correctResponse><value>C</value></correctResponse>"));
    BOOST_TEST(has(xml,
                   "<div>First line</div><div>&#160;</div><div>&#160;&#160;third &amp; "
                   "last</div><blockquote><p>He said: "
                   "&lt;no&gt;.</p></blockquote><p>Page 7</p></modalFeedback>"));
}

BOOST_AUTO_TEST_CASE(five_options_and_nothing_to_explain) {
    const auto xml = test::file_in_zip(write_qti(test::nasty_test()), second_item);
    BOOST_TEST(has(xml, "<simpleChoice identifier=\"E\">5</simpleChoice>"));
    BOOST_TEST(has(xml, "<correctResponse><value>E</value></correctResponse>"));
    BOOST_TEST(!has(xml, "modalFeedback"));
}

BOOST_AUTO_TEST_SUITE_END()
