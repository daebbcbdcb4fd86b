#include "core/offline/cloze_text.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>

#include "core/document/document_text.hpp"
#include "core/document/quote_finder.hpp"
#include "test/support/cloze_questions.hpp"

using namespace examwright;
using test::write_questions;

BOOST_AUTO_TEST_SUITE(cloze_text)

BOOST_AUTO_TEST_CASE(slides_and_feet_of_pages_are_no_sentences) {
    std::string slides;
    for (int page = 1; page <= 5; ++page)
        slides +=
            "Heat engines\nWork = heat in, heat out\nCarnot: ideal cycle\nLosses & friction\n"
            "Efficiency, power\nSteam: high, low pressure\nPHY201 – Prof. Sample – " +
            std::to_string(page) + "/5\n\f";
    BOOST_TEST(write_questions(slides, 6).empty());
}

BOOST_AUTO_TEST_CASE(a_word_hyphenated_at_the_end_of_a_line_is_whole_in_the_stem) {
    const std::string material =
        "Plants make sugar from sunlight by photo-\nsynthesis in the leaves of the crown. The roots take "
        "water from the "
        "soil of the forest. The bark protects the trunk from the teeth of the deer. The seeds travel with "
        "the wind "
        "over the hills.";
    const auto questions = write_questions(material, 4);
    BOOST_TEST(std::any_of(questions.begin(), questions.end(), [](const question& question) {
        return question.source_quote.find("photosynthesis in") != std::string::npos;
    }));
    for (const auto& question : questions)
        BOOST_TEST(
            find_quote(document_text(material), 0, material.size(), question.source_quote).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
