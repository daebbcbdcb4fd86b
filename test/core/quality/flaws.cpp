#include "core/quality/flaws.hpp"

#include <boost/test/unit_test.hpp>
#include <set>

using namespace examwright;

BOOST_AUTO_TEST_SUITE(flaws)

namespace {

bool longest_is_right(const question_text& text) {
    return find_longest_is_right(text).has_value();
}

bool refers_to_options(const question_text& text) {
    return find_option_reference(text).has_value();
}

bool has_numeric_disorder(const question_text& text) {
    return find_numeric_disorder(text).has_value();
}

question with_options(std::vector<std::string> options, std::size_t correct = 0) {
    question question;
    question.stem = "Which one is it?";
    question.options = std::move(options);
    question.correct = correct;
    return question;
}

question with_stem(std::string stem) {
    auto question = with_options({"Alpha", "Beta", "Gamma", "Delta"});
    question.stem = std::move(stem);
    return question;
}

}  // namespace

BOOST_AUTO_TEST_CASE(twelve_rules_each_named_once) {
    std::set<std::string_view> names;
    for (const auto& rule : flaw_rules) {
        names.insert(rule.name);
        BOOST_TEST(rule.penalty > 0);
        BOOST_TEST(&rule_of(rule.kind) == &rule);
    }
    BOOST_TEST(names.size() == 12u);
    BOOST_TEST(rule_of(flaw::source_speak).drops);
    BOOST_TEST(!rule_of(flaw::clang_cue).drops);
}

BOOST_AUTO_TEST_CASE(longest_option) {
    const std::string key = "a double membrane with folds within it";
    BOOST_TEST(longest_is_right(with_options({key, "a wall", "a single layer", "none at all here"})));
    BOOST_TEST(!longest_is_right(with_options({key, "a wall", "a single layer of proteins here", "a"})));
    BOOST_TEST(!longest_is_right(with_options({key, "a wall", "a single layer", "b"}, 1)));
    BOOST_TEST(
        !longest_is_right(with_options({"Deoxyribonucleic acid", "Fat", "Salt", "Sugar"})));  // 2 words
    BOOST_TEST(longest_is_right(with_options({"植物利用光能合成有机物", "呼吸", "蒸腾", "吸水"})));
    // 0.75 of the length is enough.
    BOOST_TEST(!longest_is_right(with_options({"aa bb cc dd ee f", "aa bb cc ddd", "a", "b"})));
    BOOST_TEST(longest_is_right(with_options({"aa bb cc dd ee f", "aa bb cc dd", "a", "b"})));
}

BOOST_AUTO_TEST_CASE(numbers_in_order) {
    BOOST_TEST(has_numeric_disorder(with_options({"10", "5", "20", "40"})));
    BOOST_TEST(has_numeric_disorder(with_options({"40", "30", "20", "10"})));
    BOOST_TEST(has_numeric_disorder(with_options({"5 km", "3 km", "7 km", "9 km"})));
    BOOST_TEST(has_numeric_disorder(with_options({"1,500", "900", "2,000", "3,000"})));
    BOOST_TEST(has_numeric_disorder(with_options({"-1", "-5", "0", "3"})));
    BOOST_TEST(has_numeric_disorder(with_options({"½", "¼", "¾", "1"})));
    BOOST_TEST(has_numeric_disorder(with_options({"2 cups", "1½ cups", "2½ cups", "3 cups"})));
    BOOST_TEST(!has_numeric_disorder(with_options({"¼", "½", "¾", "1¼"})));
    BOOST_TEST(has_numeric_disorder(with_options({"TCP port 80", "TCP port 22", "TCP port 443"})));
    BOOST_TEST(!has_numeric_disorder(with_options({"TCP port 22", "TCP port 80", "TCP port 443"})));
    BOOST_TEST(!has_numeric_disorder(with_options({"TCP port 80", "UDP port 53", "TCP port 22"})));
    for (const auto& options : {std::vector<std::string>{"about 20", "about 10", "about 30", "about 40"},
                                {"1/2", "1/3", "1/4", "2/3"},
                                {"16th century", "15th century", "21st century", "18th century"},
                                {"१०", "५", "२०", "३०"},
                                {"20 to 30", "10 to 20", "30 to 40", "40 to 50"},
                                {"1914–1918", "1939–1945", "1870–1871", "1950–1953"},
                                {"10 degrees Celsius", "5 degrees Celsius", "20 degrees Celsius"},
                                {"N = 226", "N = 86", "N = 136", "N = 222"},
                                {"2 500 m", "900 m", "3 000 m", "4 000 m"},
                                {"four times", "50 times", "one-fourth", "2000 times"},
                                {"90%", "About 5%", "40%", "20%"},
                                {"two", "one", "four", "three"},
                                {"zwei Drittel", "ein Drittel", "drei Viertel"},
                                {"mehr als 20 Jahre", "etwa 10 Jahre", "30 Jahre"},
                                {"environ 20 %", "10 %", "plus de 30 %"},
                                {"unos 20 km", "5 km", "más de 90 km"},
                                {"लगभग 20", "10", "30"},
                                {"8 billion", "2 billion", "16 billion", "4 billion"},
                                {"less than 5", "more than 10", "7"},
                                {"90 min", "20 min", "4 h", "1 h"},
                                {"2 years", "3 days", "5 weeks"},
                                {"1 GB", "512 MB", "2 GB"},
                                {"10³", "10²", "10", "1"},
                                {"10^3", "10^2", "10^5", "10^4"},
                                {"2 × 10⁻³", "3 × 10⁻⁴", "5 × 10⁻²", "1 × 10⁻¹"},
                                {"1e-3", "1e-4", "1e-2", "1e-1"},
                                {"10:30", "9:15", "11:00", "12:45"},
                                {"2 million", "1 billion", "3 thousand", "10 million"},
                                {"2 million people", "500,000 people", "3 million people"},
                                {"500 BC", "1200 BC", "100 AD", "300 AD"},
                                {"10%-20%", "5%-10%", "30%-40%", "20%-30%"},
                                {"between 5 and 9", "between 1 and 4", "between 10 and 20"},
                                {"zwischen 5 und 9", "zwischen 1 und 4", "zwischen 10 und 20"},
                                {"twice", "three times", "once", "four times"}})
        BOOST_TEST(has_numeric_disorder(with_options(options)), options[0]);
}

BOOST_AUTO_TEST_CASE(what_a_number_with_a_comma_or_a_point_is_goes_by_the_language) {
    const auto german = [](std::vector<std::string> options) {
        auto question = with_options(std::move(options));
        question.stem = "Wie hoch ist der Berg, der in den Alpen der höchste ist und auf der Grenze liegt?";
        return question;
    };
    BOOST_TEST(!has_numeric_disorder(german({"500 m", "1.500 m", "2.000 m", "4.810 m"})));
    BOOST_TEST(has_numeric_disorder(german({"1.500 m", "500 m", "2.000 m", "4.810 m"})));
    BOOST_TEST(has_numeric_disorder(german({"2,5 m", "1,5 m", "3 m", "4 m"})));
    BOOST_TEST(!has_numeric_disorder(german({"1.5 m", "2 m", "2.75 m", "3 m"})));  // a point all the same
    BOOST_TEST(!has_numeric_disorder(with_options({"1.125", "1.250", "1.375", "2"})));
    BOOST_TEST(!has_numeric_disorder(with_options({"0.500", "1.500", "2", "3"})));
    for (const auto& options : {std::vector<std::string>{"5", "10", "20", "40"},
                                {"900", "1,500", "2,000", "3,000"},
                                {"12.5 %", "13 %", "50 %", "100 %"},
                                {"-5 °C", "−1 °C", "0 °C", "3 °C"},
                                {"$5", "$10", "$15", "$20"},
                                {"10 m", "1 km", "2 km", "3 km"},
                                {"1/4", "1/3", "1/2", "2/3"},
                                {"mid-1980", "mid-1990", "mid-2000", "mid-2010"},
                                {"16th century", "18th century", "19th century", "21st century"},
                                {"10 cells", "five", "3", "2"},
                                {"in 1990 the war began", "in 1980 it did", "3", "2"},
                                {"about 5 %", "10 %", "almost 20 %", "over 50 %"},
                                {"one-third", "half", "twice", "3 times"},
                                {"2-10 points", "50-100 points", "700-3000 points", "100,000+ points"},
                                {"One of the kings", "Two of the queens", "A duke", "No one"},
                                {"1200 BC", "500 BC", "AD 100", "AD 300"},
                                {"1 and 2", "2 and 3", "3 and 4", "1 and 4"},
                                {"3:1", "1:1", "9:3", "2:1"},
                                {"10⁻³", "10⁻²", "1", "10²"},
                                {"900 thousand", "2 million", "1 billion", "3 trillion"},
                                {"30 minutes", "1 hour", "2 days", "3 weeks"},
                                {"500 mg", "2 g", "1 kg"}})
        BOOST_TEST(!has_numeric_disorder(with_options(options)), options[0]);
}

BOOST_AUTO_TEST_CASE(references_to_other_options) {
    for (const char* option :
         {"All of the above", "none of the above.", "Both A and B", "A and C", "A, B and D",
          "Options B and C only", "Neither A nor B", "Todas las anteriores", "以上都是", "All of these"})
        BOOST_TEST(refers_to_options(with_options({"Alpha", "Beta", "Gamma", option})), option);
    for (const char* option : {"Vitamins A and D", "All cells", "Both parents", "None", "A and the others",
                               "Above the sea", "I and II"})
        BOOST_TEST(!refers_to_options(with_options({"Alpha", "Beta", "Gamma", option})), option);
    BOOST_TEST(!refers_to_options(with_options({"A", "B", "A and B", "Neither"})));  // blood groups
}

BOOST_AUTO_TEST_CASE(all_that_are_found) {
    auto question = with_options({"10", "5", "20", "20."});
    question.stem = "Which is NOT one?";
    const std::vector<found_flaw> expected{{flaw::negative_stem, "NOT"},
                                           {flaw::numeric_disorder, "10, 5, 20, 20."}};
    BOOST_TEST((find_flaws(question) == expected));
    BOOST_TEST(find_flaws(with_stem("Which one is it?")).empty());
}

BOOST_AUTO_TEST_SUITE_END()
