#include "core/quality/subject_terms.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

#include "core/quality/flaws.hpp"
#include "core/quality/report.hpp"

using namespace examwright;

BOOST_AUTO_TEST_SUITE(subject_terms)

namespace {

question asked(std::string stem, std::vector<std::string> options, std::string quote = "") {
    question question;
    question.stem = std::move(stem);
    question.options = std::move(options);
    question.source_quote = std::move(quote);
    return question;
}

question about_a_glacier() {
    return asked("What gives the Aletsch glacier its dark stripes?",
                 {"Stones on the back of the glacier", "Soot from the trains of the line",
                  "Moss from the foot of the valley", "Ink from the pens of walkers"});
}

std::string about_glaciers(int sentences) {
    std::string text;
    for (int i = 0; i < sentences; ++i)
        text += "The glaciers of the valley number " + std::to_string(i) + " move on slowly each year. " +
                "Snow falls on a glacier in the dark months. ";
    return text;
}

std::vector<question> set_about_glaciers() {
    std::vector<question> set{about_a_glacier()};
    for (const char* verb : {"move", "melt", "grow", "break", "shine"})
        set.push_back(
            asked(std::string("Why do glaciers ") + verb + " in the summer?",
                  {"The sun is high", "The wind is cold", "The sea is near", "The night is short"}));
    return set;
}

}  // namespace

BOOST_AUTO_TEST_CASE(what_the_document_is_about_is_no_cue) {
    const auto question = about_a_glacier();
    BOOST_TEST(find_clang_cue(question).has_value());
    const auto of_document = examwright::subject_terms::of_document(about_glaciers(40));
    BOOST_TEST(!find_clang_cue({question, {language::english, &of_document}}));
    const auto of_another = examwright::subject_terms::of_document(
        "A glacier is ice. " + std::string(4000, 'x') + " The heart pumps blood. The heart beats.");
    BOOST_TEST(find_clang_cue({question, {language::english, &of_another}}).has_value());
}

BOOST_AUTO_TEST_CASE(what_the_set_is_about_is_no_cue) {
    const auto set = set_about_glaciers();
    BOOST_TEST(check_questions(set).flaws[0].empty());
    BOOST_TEST(check_questions({set[0]}).flaws[0].size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_cue_beside_the_subject_is_still_found) {
    auto set = set_about_glaciers();
    set[0].options[0] = "Stripes of stones on the glacier";
    const auto found = check_questions(set).flaws[0];
    BOOST_TEST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].at == "Stripes");
}

BOOST_AUTO_TEST_CASE(a_long_document_is_read_in_parts) {
    const auto terms = examwright::subject_terms::of_document(about_glaciers(20'000));
    BOOST_TEST(!terms.words().empty());
    BOOST_TEST(terms.has(language::english, {language::english, "glacier"}));
    BOOST_TEST(examwright::subject_terms::of_document("").words().empty());
}

BOOST_AUTO_TEST_SUITE_END()
