#include "core/exports/gift.hpp"

#include <boost/test/unit_test.hpp>

#include "core/imports/gift_reader.hpp"
#include "test/support/nasty_test.hpp"

using namespace examwright;

BOOST_AUTO_TEST_SUITE(gift)

namespace {

exported_test test_of(question question) {
    exported_test test;
    test.title = "Rivers";
    test.questions.push_back(std::move(question));
    return test;
}

question plain() {
    question question;
    question.stem = "Which is longest?";
    question.options = {"Nile", "Rhine", "Elbe", "Oder"};
    question.topic_slug = "geography";
    return question;
}

/// As the export writes the formula of nasty_test().
std::string with_tex_delimiters(std::string text) {
    for (auto at = text.find("$\\frac{1}{2}$"); at != text.npos; at = text.npos)
        text.replace(at, 13, "\\(\\frac{1}{2}\\)");
    return text;
}

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != text.npos;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_question_as_gift_has_it) {
    auto question = plain();
    question.correct = 1;
    question.level = difficulty::hard;
    question.explanation = "It is 6,650 km long.";
    BOOST_TEST(write_gift(test_of(question)) ==
               "// Rivers\n"
               "\n"
               "// [tag:hard] [tag:geography]\n"
               "::Rivers 01::[html]Which is longest?{\n"
               "~[html]Nile\n"
               "=[html]Rhine\n"
               "~[html]Elbe\n"
               "~[html]Oder\n"
               "####[html]It is 6,650 km long.\n"
               "}\n");
}

BOOST_AUTO_TEST_CASE(what_has_a_meaning_is_escaped) {
    auto question = plain();
    question.stem = "~ = # { } : \\neq\n\nb";
    const auto text = write_gift(test_of(question));
    BOOST_TEST(holds(text, R"(::[html]\~ \= \# \{ \} \: \\neq<br><br>b{)"));
}

BOOST_AUTO_TEST_CASE(texts_are_html_that_shows_them_as_they_stand) {
    auto question = plain();
    question.stem = "How is & written: &amp; or &#38;?";
    question.options = {"O(n)", "\\(a<b\\)", "    x", "a  b\tc"};
    const auto text = write_gift(test_of(question));
    BOOST_TEST(holds(text, R"(::[html]How is &amp; written\: &amp;amp; or &amp;\#38;?{)"));
    BOOST_TEST(holds(text, R"(=[html]O&\#40;n&\#41;)"));
    BOOST_TEST(holds(text, R"([html]\\(a&lt;b\\))"));
    BOOST_TEST(holds(text, "[html]&nbsp;&nbsp;&nbsp;&nbsp;x\n"));
    const auto read = read_gift(text);
    BOOST_REQUIRE(read.has_value());
    BOOST_TEST(read->questions[0].stem == question.stem);
    BOOST_TEST(read->questions[0].options == question.options, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_key_with_an_arrow_is_not_the_first_option) {
    auto question = plain();
    question.options[0] = "a -> b";
    BOOST_TEST(holds(write_gift(test_of(question)), "{\n~[html]Rhine\n=[html]a -&gt; b\n~[html]Elbe\n"));
    question.correct = 1;
    BOOST_TEST(holds(write_gift(test_of(question)), "{\n~[html]a -&gt; b\n=[html]Rhine\n"));
}

BOOST_AUTO_TEST_CASE(a_title_is_one_comment) {
    auto test = test_of(plain());
    test.title = "[id:1]\nWhat {=a ~b}";
    BOOST_TEST(write_gift(test).starts_with("// (id:1) What {=a ~b}\n\n// [tag"));
}

BOOST_AUTO_TEST_CASE(our_reader_reads_what_was_written) {
    const auto test = normalized_for_export(test::nasty_test());
    const auto read = read_gift(write_gift(test));
    BOOST_REQUIRE(read.has_value());
    BOOST_TEST(read->title == test.title);
    BOOST_REQUIRE(read->questions.size() == test.questions.size());
    for (std::size_t i = 0; i < test.questions.size(); ++i) {
        const auto& before = test.questions[i];
        const auto& after = read->questions[i];
        BOOST_TEST(after.stem == with_tex_delimiters(before.stem));
        BOOST_TEST(after.options == before.options, boost::test_tools::per_element());
        BOOST_TEST(after.correct == before.correct);
        BOOST_TEST(after.explanation == before.explanation);
        BOOST_TEST(to_string(after.level) == to_string(before.level));
        BOOST_TEST(after.topic_slug == before.topic_slug);
    }
}

BOOST_AUTO_TEST_SUITE_END()
