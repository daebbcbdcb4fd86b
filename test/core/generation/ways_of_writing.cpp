// Whole jobs with models that write well, with long keys, tersely, with two right answers, or what another
// group has asked already.
#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "core/quality/set_concentration.hpp"
#include "test/support/scripted_model.hpp"

namespace json = boost::json;
using namespace examwright;
using namespace examwright::test;

BOOST_AUTO_TEST_SUITE(ways_of_writing)

namespace {

/// Writes by the schema, evidence first and without a letter. Every third question has two right answers
/// where two_right is set, and two in five have the longest key where long_keys is set. Where gossips is set,
/// the group that reads of town 7 again at the document's end gives its year away and asks for it once more.
struct writer {
    bool long_keys = false;
    bool two_right = false;
    std::set<int> asked;
    bool gossips = false;
    std::string requests;  // all that it was told as a writer, the documents' text aside

    static std::string right(int fact) { return "when the year " + std::to_string(1000 + fact) + " came"; }
    static std::string also_right(int fact) { return "in the year number " + std::to_string(1000 + fact); }
    bool has_two(int fact) const { return two_right && fact % 3 == 0; }

    json::object item(int i) const {
        std::string key = right(i);
        if (long_keys && asked.size() % 5 < 2)
            key += ", as all the settlers of the valley told each other afterwards";
        return {{"source_quote", fact(i)},
                {"idea", "founding year"},
                {"question", "When was the town number " + std::to_string(i) + " founded?"},
                {"key", key},
                {"wrong_1", "before the old bridge over the water was washed away"},
                {"wrong_2", has_two(i) ? also_right(i) : "after the river had changed its bed"},
                {"wrong_3", "while the king was still a child"},
                {"explanation", "That is when the settlers came."},
                {"topic_tag", "history"}};
    }

    std::string answer(const call_id& id, const prompt& request) {
        if (id.kind == call_kind::review)
            return review(request.user);
        requests += request.user.substr(request.user.find("</study_material>"));
        return write(request.user);
    }

    std::string write(const std::string& user) {
        const int count = std::stoi(between(user, "Generate exactly ", " MCQs"));
        const auto material = between(user, "<study_material>\n", "\n</study_material>");
        json::array items;
        for (int i = 0; i < facts && static_cast<int>(items.size()) < count; ++i)
            if (material.find(fact(i)) != material.npos && asked.insert(i).second)
                items.push_back(item(i));
        if (gossips && material.ends_with(told_again())) {
            items[0] = about_town_7("Who came to the town number 7 that was founded " + right(7) + "?",
                                    "some settlers from over the hills");
            items[1] = about_town_7("At what time did settlers make the town number 7 theirs?", right(7));
        }
        return json::serialize(json::object{{"mcqs", items}});
    }

    static std::string told_again() { return fact(7); }

    json::object about_town_7(const std::string& stem, const std::string& key) const {
        auto asked_again = item(7);
        asked_again["question"] = stem;
        asked_again["key"] = key;
        return asked_again;
    }

    std::string review(const std::string& user) const {
        json::array reviews;
        const auto questions = json::parse(between(user, "<questions>", "</questions>"));
        for (const auto& each : questions.as_array()) {
            const auto& asked_about = each.as_object();
            const int number =
                std::stoi(between(std::string(asked_about.at("question").as_string()), "number ", " "));
            json::array also;
            std::string letter;
            for (const auto& option : asked_about.at("options").as_object()) {
                const std::string text(option.value().as_string());
                if (text.starts_with(right(number)) || text.starts_with("some settlers"))
                    letter = std::string(option.key());
                else if (text == also_right(number))
                    also.push_back(json::string(option.key()));
            }
            const auto* flaw = also.empty() ? "none" : "two_right";
            reviews.push_back(json::object{{"number", asked_about.at("number")},
                                           {"answer", letter},
                                           {"also_right", also},
                                           {"flaw", flaw},
                                           {"critique", ""}});
        }
        return json::serialize(json::object{{"reviews", reviews}});
    }
};

/// Writes lettered options of a word or two, the key always in A; of three questions one has a second right
/// answer, which its reviewer tells by a letter alone or by the flaw alone, in turn.
struct terse_writer {
    std::set<int> asked;

    static std::string year(int fact) { return "Year " + std::to_string(1000 + fact); }
    static std::string same_year(int fact) { return "AD " + std::to_string(1000 + fact); }
    static bool has_two(int fact) { return fact % 3 == 1; }

    std::string answer(const call_id& id, const prompt& request) {
        return id.kind == call_kind::write ? write(request.user) : review(request.user);
    }

    std::string write(const std::string& user) {
        const int count = std::stoi(between(user, "Generate exactly ", " MCQs"));
        const auto material = between(user, "<study_material>\n", "\n</study_material>");
        json::array items;
        for (int i = 0; i < facts && static_cast<int>(items.size()) < count; ++i) {
            if (material.find(fact(i)) == material.npos || !asked.insert(i).second)
                continue;
            const auto other = has_two(i) ? same_year(i) : "Day " + std::to_string(i);
            items.push_back(json::object{
                {"question", "What was the first of the town number " + std::to_string(i) + "?"},
                {"options",
                 json::object{{"A", year(i)}, {"B", other}, {"C", "No year"}, {"D", "A cold age"}}},
                {"correct_option", "A"},
                {"explanation", "It is in the record."},
                {"topic_tag", "history"},
                {"source_quote", fact(i)}});
        }
        return json::serialize(json::object{{"mcqs", items}});
    }

    static std::string review(const std::string& user) {
        json::array reviews;
        const auto questions = json::parse(between(user, "<questions>", "</questions>"));
        for (const auto& each : questions.as_array()) {
            const auto& asked_about = each.as_object();
            const int number =
                std::stoi(between(std::string(asked_about.at("question").as_string()), "number ", "?"));
            std::string letter, second;
            for (const auto& option : asked_about.at("options").as_object()) {
                if (option.value().as_string() == year(number))
                    letter = std::string(option.key());
                if (option.value().as_string() == same_year(number))
                    second = std::string(option.key());
            }
            const bool by_letter = number % 2 == 0;
            json::array also;
            if (!second.empty() && by_letter)
                also.push_back(json::string(second));
            reviews.push_back(json::object{{"number", asked_about.at("number")},
                                           {"answer", letter},
                                           {"also_right", also},
                                           {"flaw", second.empty() || by_letter ? "none" : "two_right"},
                                           {"critique", "Clear and well put."}});
        }
        return json::serialize(json::object{{"reviews", reviews}});
    }
};

int longest_keys(const generation_outcome& outcome) {
    return static_cast<int>(std::count_if(outcome.questions.begin(), outcome.questions.end(),
                                          [](const auto& each) { return is_key_longest(each.content); }));
}

template <class Model>
generation_outcome outcome_of(Model& model, int questions, int most_calls,
                              const std::string& text = long_text()) {
    job_machine job(spec_of(questions), document_text(text));
    const auto all = play(job, model);
    BOOST_TEST(static_cast<int>(all.results.size()) <= most_calls);
    return job.outcome(job_end::done);
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_good_writer_needs_one_round_and_no_letter) {
    writer model;
    const auto outcome = outcome_of(model, 12, 8);
    BOOST_TEST(outcome.status == "completed");
    std::map<std::size_t, int> keys;
    for (const auto& each : outcome.questions) {
        ++keys[each.content.correct];
        BOOST_TEST(each.content.options[each.content.correct].starts_with("when the year "));
        BOOST_TEST(each.content.idea == "founding year");
        BOOST_TEST(each.content.source_page.has_value());
    }
    BOOST_TEST(keys.size() == 4u);
    for (const char* sign : {"correct_option", "\"A\"", "option A", "A)", "A."})
        BOOST_TEST(model.requests.find(sign) == std::string::npos, sign);
}

BOOST_AUTO_TEST_CASE(long_keys_are_a_third_of_the_test_at_most) {
    for (const int questions : {8, 12, 20}) {
        writer model;
        model.long_keys = true;
        const auto outcome = outcome_of(model, questions, 8);
        BOOST_TEST(outcome.status == "completed");
        BOOST_TEST(longest_keys(outcome) * 3 <= questions, questions);
    }
}

BOOST_AUTO_TEST_CASE(two_right_answers_are_never_saved) {
    writer model;
    model.two_right = true;
    const auto outcome = outcome_of(model, 12, 24);
    BOOST_TEST(outcome.status == "completed");
    BOOST_TEST(outcome.dropped.at(drop_reason::two_right) > 0);
    for (const auto* list : {&outcome.questions, &outcome.spares})
        for (const auto& each : *list)
            for (const auto& option : each.content.options)
                BOOST_TEST(!option.starts_with("in the year number"));
    BOOST_TEST(model.requests.find("two right answers") != std::string::npos);  // the next round knows why
    BOOST_TEST(model.requests.find("\"A\"") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(two_right_answers_in_a_terse_way_of_writing) {
    terse_writer model;
    const auto outcome = outcome_of(model, 12, 24);
    BOOST_TEST(outcome.status == "completed");
    BOOST_TEST(outcome.dropped.at(drop_reason::two_right) > 1);
    std::map<std::size_t, int> keys;
    for (const auto& each : outcome.questions) {
        ++keys[each.content.correct];
        BOOST_TEST(each.content.options[each.content.correct].starts_with("Year "));
        for (const auto& option : each.content.options)
            BOOST_TEST(!option.starts_with("AD "));
    }
    for (const auto& [letter, count] : keys)
        BOOST_TEST(count <= 4, letter);
    BOOST_TEST(longest_keys(outcome) <= 4);
}

BOOST_AUTO_TEST_CASE(what_one_group_gives_away_or_asks_again_is_dropped_before_the_selection) {
    writer model;
    model.gossips = true;
    model.asked = {0, 1, 2, 3, 4, 5, 6};  // so that the first group asks about town 7
    const auto outcome = outcome_of(model, 12, 24, long_text() + writer::told_again());
    BOOST_TEST(outcome.status == "completed");
    BOOST_TEST(outcome.dropped.at(drop_reason::given_away) == 1);
    BOOST_TEST(outcome.dropped.at(drop_reason::repeated_answer) == 1);
    for (const auto* list : {&outcome.questions, &outcome.spares})
        for (const auto& each : *list) {
            BOOST_TEST(!each.content.stem.starts_with("Who came"));
            BOOST_TEST(!each.content.stem.starts_with("At what time"));
        }
}

BOOST_AUTO_TEST_SUITE_END()
