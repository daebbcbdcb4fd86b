// The precision and the recall of the flags over questions of test/data/quality/labelled.json: for each flag,
// some that have the flaw and some that only look like it.
#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/imports/check_input.hpp"
#include "core/quality/report.hpp"
#include "test/support/text_file.hpp"

using namespace examwright;

BOOST_AUTO_TEST_SUITE(labelled_questions)

namespace {

constexpr double least_share = 0.9;
constexpr std::size_t fewest_questions = 25;  // of each kind

struct sorted_stems {
    std::vector<std::string> flagged, spared;
};

bool is_flagged(const question& question, std::string_view name) {
    const auto flaws = check_question(question, set_context({question}));
    return std::any_of(flaws.begin(), flaws.end(),
                       [&](const found_flaw& flaw) { return rule_of(flaw.kind).name == name; });
}

sorted_stems sorted(const boost::json::value& questions, std::string_view name) {
    sorted_stems stems;
    for (const auto& question : read_questions_to_check(boost::json::serialize(questions)).value())
        (is_flagged(question, name) ? stems.flagged : stems.spared).push_back(question.stem);
    return stems;
}

std::string listed(const std::vector<std::string>& stems) {
    std::string list;
    for (const auto& stem : stems)
        list += "\n  " + stem;
    return list;
}

double share(std::size_t part, std::size_t rest) {
    return static_cast<double>(part) / static_cast<double>(std::max<std::size_t>(part + rest, 1));
}

}  // namespace

BOOST_AUTO_TEST_CASE(each_flag_is_right_and_complete_in_nine_of_ten) {
    const auto labelled =
        boost::json::parse(test::bytes_of(EXAMWRIGHT_TEST_DATA "/quality/labelled.json")).as_object();
    for (const auto& [name, questions] : labelled) {
        const auto flawed = sorted(questions.at("flawed"), name);
        const auto sound = sorted(questions.at("sound"), name);
        BOOST_TEST(flawed.flagged.size() + flawed.spared.size() >= fewest_questions, name);
        BOOST_TEST(sound.flagged.size() + sound.spared.size() >= fewest_questions, name);
        BOOST_TEST(share(flawed.flagged.size(), flawed.spared.size()) >= least_share,
                   name << " misses" << listed(flawed.spared));
        BOOST_TEST(share(flawed.flagged.size(), sound.flagged.size()) >= least_share,
                   name << " is found wrongly in" << listed(sound.flagged));
    }
}

BOOST_AUTO_TEST_SUITE_END()
