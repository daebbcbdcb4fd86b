#include "core/exports/moodle_xml.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

#include "test/support/nasty_test.hpp"

using namespace examwright;

BOOST_AUTO_TEST_SUITE(moodle_xml)

BOOST_AUTO_TEST_CASE(a_question_with_one_right_answer) {
    const auto xml = write_moodle_xml(test::nasty_test());
    const auto holds = [&](std::string_view part) { return xml.find(part) != xml.npos; };
    BOOST_TEST(xml.starts_with(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n  <question type=\"multichoice\">"));
    BOOST_TEST(holds("<name><text>A::B &amp; &lt;C&gt; 01</text></name>"));
    BOOST_TEST(
        holds("<questiontext format=\"html\"><text>Is &amp;lt;b&amp;gt;x&amp;lt;/b&amp;gt; &amp;amp; "));
    BOOST_TEST(holds("<answer fraction=\"0\" format=\"html\"><text>]]&amp;gt; [sound:a.mp3]</text>"));
    BOOST_TEST(holds("<answer fraction=\"100\" format=\"html\"><text>النهر &amp;#40;river&amp;#41;</text>"));
    BOOST_TEST(holds("<text>First line&lt;br&gt;&lt;br&gt;&amp;nbsp;&amp;nbsp;third &amp;amp; last</text>"));
    BOOST_TEST(holds("<tags><tag><text>hard</text></tag><tag><text>history</text></tag></tags>"));
    BOOST_TEST(holds("<generalfeedback format=\"html\"><text></text></generalfeedback>"));
    BOOST_TEST(!holds("\x01"));
}

BOOST_AUTO_TEST_CASE(moodle_finds_none_of_its_emoticons) {
    auto test = test::nasty_test();
    for (const std::string emoticon :
         {":-)",   ":)",   ":-D", ";-)", ":-/", "V-.",     ":-P", ":-p", "B-)",      "^-)",
          "8-)",   ":o)",  ":-(", ":(",  "8-.", ":-I",     ":-X", "8-o", "P-|",      "8-[",
          "(grr)", "xx-P", "|-.", "}-]", "(h)", "(heart)", "(y)", "(n)", "(martin)", "( )"}) {
        test.questions[0].stem = "Is " + emoticon + " one?";
        BOOST_TEST(write_moodle_xml(test).find(emoticon) == std::string::npos, emoticon);
    }
}

BOOST_AUTO_TEST_SUITE_END()
