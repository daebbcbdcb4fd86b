// Whole jobs with models that write well, with long keys, or with two right answers.
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
/// where two_right is set, and two in five have the longest key where long_keys is set.
struct writer {
    bool long_keys = false;
    bool two_right = false;
    std::set<int> asked;
    std::string requests;  // all that it was told, the documents' text aside

    static std::string right(int fact) { return "when the year " + std::to_string(1000 + fact) + " came"; }
    static std::string also_right(int fact) { return "in the year number " + std::to_string(1000 + fact); }
    bool has_two(int fact) const { return two_right && fact % 3 == 0; }

    json::object item(int i) const {
        std::string key = right(i);
        if (long_keys && i % 5 < 2)
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
        requests += request.user.substr(request.user.find("</study_material>"));
        return id.kind == call_kind::write ? write(request.user) : review(request.user);
    }

    std::string write(const std::string& user) {
        const int count = std::stoi(between(user, "Generate exactly ", " MCQs"));
        const auto material = between(user, "<study_material>\n", "\n</study_material>");
        json::array items;
        for (int i = 0; i < facts && static_cast<int>(items.size()) < count; ++i)
            if (material.find(fact(i)) != material.npos && asked.insert(i).second)
                items.push_back(item(i));
        return json::serialize(json::object{{"mcqs", items}});
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
                if (text.starts_with(right(number)))
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

generation_outcome outcome_of(writer& model, int questions, int most_calls) {
    job_machine job(spec_of(questions), document_text(long_text()));
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
    BOOST_TEST(model.requests.find("correct_option") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(long_keys_are_a_third_of_the_test_at_most) {
    writer model;
    model.long_keys = true;
    const auto outcome = outcome_of(model, 12, 8);
    BOOST_TEST(outcome.questions.size() == 12u);
    const auto longest = std::count_if(outcome.questions.begin(), outcome.questions.end(),
                                       [](const auto& each) { return is_key_longest(each.content); });
    BOOST_TEST(longest <= 4);
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
}

BOOST_AUTO_TEST_SUITE_END()
