// What a job does with the flaws that code finds, its model being the offline author.
#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/test/unit_test.hpp>
#include <deque>
#include <functional>
#include <string>

#include "core/generation/job.hpp"
#include "core/offline/offline_author.hpp"
#include "core/quality/flaws.hpp"
#include "test/support/text_file.hpp"

namespace json = boost::json;
using namespace examwright;

namespace {

using change = std::function<void(json::object& question)>;

/// Runs a job over the text; what the author writes in the first round is changed before the job sees it.
generation_outcome generate(const std::string& text, int questions, const change& in_first_round = {}) {
    generation_spec spec;
    spec.seed = "6f1c0a3e-0000-4000-8000-000000000001";
    spec.questions = questions;
    spec.topic_slugs = {"rivers"};
    examwright::generation_job job(spec, document_text(text));
    const auto first = job.start();
    std::deque<call_id> waiting(first.begin(), first.end());
    while (!waiting.empty()) {
        const auto id = waiting.front();
        waiting.pop_front();
        auto reply = author_reply(job.request(id).user);
        if (in_first_round && id.kind == call_kind::write && id.round == 1) {
            auto parsed = json::parse(reply);
            for (auto& question : parsed.at("mcqs").as_array())
                in_first_round(question.as_object());
            reply = json::serialize(parsed);
        }
        for (const auto& next : job.finished({id, call_outcome::answered, reply}))
            waiting.push_back(next);
    }
    return job.outcome(job_end::done);
}

int dropped(const generation_outcome& outcome, drop_reason reason) {
    const auto found = outcome.dropped.find(reason);
    return found == outcome.dropped.end() ? 0 : found->second;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(generation_checks)

BOOST_AUTO_TEST_CASE(the_offline_author_passes_in_every_language) {
    for (const char* name : {"rivers_en", "rivers_de", "rivers_fr", "rivers_es", "rivers_pt", "rivers_hi",
                             "rivers_ru", "rivers_ar", "rivers_zh"}) {
        const auto outcome = generate(test::read_text(name), 5);
        BOOST_TEST(outcome.status == "completed",
                   name << ": " << outcome.failure_reason.value_or(outcome.status));
        for (const auto& rule : flaw_rules)
            for (const auto& each : outcome.questions)
                if (rule.drops) {
                    const auto found = find_flaws(each.content);
                    BOOST_TEST(std::none_of(found.begin(), found.end(),
                                            [&](const found_flaw& one) { return one.kind == rule.kind; }),
                               name << ": " << rule.name);
                }
        for (auto reason :
             {drop_reason::malformed, drop_reason::duplicate_options, drop_reason::refers_to_options,
              drop_reason::source_speak, drop_reason::letter_reference, drop_reason::not_a_choice,
              drop_reason::wrong_language})
            BOOST_TEST(dropped(outcome, reason) == 0, name << ": " << reason_text(reason));
    }
}

BOOST_AUTO_TEST_CASE(flaws_that_drop_are_counted_and_made_up_for) {
    const struct {
        drop_reason reason;
        change make;
    } rows[] = {
        {drop_reason::source_speak,
         [](json::object& q) {
             q["question"] = "According to the passage: " + std::string(q["question"].as_string());
         }},
        {drop_reason::letter_reference, [](json::object& q) { q["explanation"] = "Option B is wrong."; }},
        {drop_reason::refers_to_options, [](json::object& q) { q["wrong_3"] = "All of the above"; }},
        {drop_reason::not_a_choice, [](json::object& q) { q["question"] = "_____ ?"; }},
        {drop_reason::wrong_language,
         [](json::object& q) {
             q["explanation"] = "Es el río que lleva más agua que los otros, y el que pasa por la ciudad.";
         }},
    };
    for (const auto& row : rows) {
        const auto outcome = generate(test::read_text("rivers_en"), 4, row.make);
        BOOST_TEST(dropped(outcome, row.reason) > 0, reason_text(row.reason));
        BOOST_TEST(outcome.questions.size() == 4u, reason_text(row.reason));
    }
}

BOOST_AUTO_TEST_CASE(the_same_answer_from_the_same_place_comes_once) {
    // Of each two questions the second one asks the first one's fact once more, in other words.
    json::object before;
    int written = 0;
    const auto outcome = generate(test::read_text("rivers_en"), 4, [&](json::object& q) {
        if (++written % 2 == 1) {
            before = q;
            return;
        }
        q = before;
        q["question"] = "Complete: " + std::string(q["question"].as_string());
    });
    BOOST_TEST(dropped(outcome, drop_reason::repeated_answer) > 0);
    BOOST_TEST(outcome.questions.size() == 4u);
}

BOOST_AUTO_TEST_SUITE_END()
