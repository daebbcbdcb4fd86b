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
               "::Rivers 01::Which is longest?{\n"
               "~Nile\n"
               "=Rhine\n"
               "~Elbe\n"
               "~Oder\n"
               "####It is 6,650 km long.\n"
               "}\n");
}

BOOST_AUTO_TEST_CASE(what_has_a_meaning_is_escaped) {
    auto question = plain();
    question.stem = "~ = # { } : \\neq\n\nb";
    const auto text = write_gift(test_of(question));
    BOOST_TEST(holds(text, R"(::\~ \= \# \{ \} \: \\neq\n\nb{)"));
}

BOOST_AUTO_TEST_CASE(text_that_could_be_markup_is_marked_as_plain) {
    auto question = plain();
    BOOST_TEST(!holds(write_gift(test_of(question)), "[plain]"));
    question.options[2] = "a < b";
    BOOST_TEST(holds(write_gift(test_of(question)), "::[plain]Which"));
    question = plain();
    question.explanation = "[html] no";
    BOOST_TEST(holds(write_gift(test_of(question)), "####[plain][html] no"));
    question = plain();
    question.options[2] = "%50% of it";
    BOOST_TEST(holds(write_gift(test_of(question)), "~[plain]%50% of it"));
}

BOOST_AUTO_TEST_CASE(a_key_with_an_arrow_is_not_the_first_option) {
    auto question = plain();
    question.options[0] = "a -> b";
    BOOST_TEST(holds(write_gift(test_of(question)), "{\n~Rhine\n=a -> b\n~Elbe\n"));
    question.correct = 1;
    BOOST_TEST(holds(write_gift(test_of(question)), "{\n~a -> b\n=Rhine\n"));
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
        BOOST_TEST(after.stem == before.stem);
        BOOST_TEST(after.options == before.options, boost::test_tools::per_element());
        BOOST_TEST(after.correct == before.correct);
        BOOST_TEST(after.explanation == before.explanation);
        BOOST_TEST(to_string(after.level) == to_string(before.level));
        BOOST_TEST(after.topic_slug == before.topic_slug);
    }
}

BOOST_AUTO_TEST_SUITE_END()
