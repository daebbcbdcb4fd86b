#include "core/offline/distractors.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cctype>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "test/support/cloze_questions.hpp"
#include "test/support/text_file.hpp"

using namespace examwright;
using test::write_questions;

BOOST_AUTO_TEST_SUITE(distractors)

BOOST_AUTO_TEST_CASE(a_month_is_no_choice_where_a_name_is_asked_for) {
    const std::string material =
        "The chemist Lavoisier published his list in March, to the anger of Priestley. The meeting that "
        "Cannizzaro left in September was called by Kekule in Karlsruhe. The table that Mendeleev drew in "
        "February was shown by Menshutkin in Moscow. The weights that Berzelius measured in Stockholm were "
        "used "
        "by Dalton until November. The lines that Bunsen saw in April were explained by Kirchhoff on a "
        "Monday.";
    const auto questions = write_questions(material, 5);
    BOOST_TEST(questions.size() == 5u);
    for (const auto& question : questions)
        for (const auto& option : question.options)
            for (const char* date : {"March", "September", "February", "November", "April", "Monday"})
                BOOST_TEST(option != date, question.stem);
}

BOOST_AUTO_TEST_CASE(distractors_are_of_the_kind_of_the_key) {
    const auto is_number = [](const std::string& text) {
        return text.find_first_of("0123456789") != text.npos;
    };
    int numeric = 0;
    for (const auto& question : write_questions(test::read_text("rivers_en"), 25)) {
        const bool number = is_number(question.options[question.correct]);
        numeric += number;
        for (const auto& option : question.options)
            BOOST_TEST(is_number(option) == number, question.stem << " / " << option);
    }
    BOOST_TEST(numeric > 0);  // the text is full of years and lengths
}

BOOST_AUTO_TEST_CASE(numbers_ascend_and_the_key_is_now_the_least_now_the_greatest_of_them) {
    const std::vector<std::string> things{"village", "bridge", "harbour", "market", "tower",  "mill",
                                          "garden",  "chapel", "school",  "forest", "castle", "station",
                                          "river",   "museum", "island",  "valley", "temple", "palace"};
    std::string material;
    for (std::size_t i = 0; i < things.size(); ++i)
        material += "The old " + things[i] + " of the northern district was counted " +
                    std::to_string(100 + 37 * i) + " times by travellers.\n";
    std::map<std::size_t, int> keys;
    for (const auto& question : write_questions(material, 12)) {
        std::vector<int> values;
        for (const auto& option : question.options)
            if (std::all_of(option.begin(), option.end(), [](unsigned char c) { return std::isdigit(c); }))
                values.push_back(std::stoi(option));
        BOOST_TEST(std::is_sorted(values.begin(), values.end()));
        keys[question.correct] += values.size() == 4 ? 1 : 0;
    }
    for (const std::size_t letter : {0u, 1u, 2u, 3u})
        BOOST_TEST(keys[letter] >= 2, letter << " " << keys[letter]);
}

BOOST_AUTO_TEST_CASE(people_are_a_choice_among_people_and_no_topic_is_general) {
    const std::string material =
        "Antoine Lavoisier weighed the air in Paris before the revolution began. The chemist John Dalton "
        "taught "
        "in Manchester and thought about atoms. Dalton wrote his tables in Manchester for years. The young "
        "Robert "
        "Bunsen built his burner in Heidelberg. Bunsen worked in Heidelberg with flames of many colours. The "
        "doctor Julius Meyer drew his curve in Breslau. Meyer published his curve in Breslau late.";
    cloze_order order;
    order.material = material;
    order.count = 8;
    order.topic_slugs = {"economics", "general"};
    int asked = 0;
    const std::set<std::string> people = {"Lavoisier", "Dalton", "Bunsen", "Meyer"};
    for (const auto& question : write_cloze(order)) {
        BOOST_TEST(question.topic_slug == "general");
        if (!people.contains(question.options[question.correct]))
            continue;
        ++asked;
        for (const auto& option : question.options)
            BOOST_TEST(people.contains(option), option);
    }
    BOOST_TEST(asked > 0);
}

BOOST_AUTO_TEST_SUITE_END()
