#include <boost/test/unit_test.hpp>

#include "test/support/scripted_model.hpp"

// What a job makes of its order: focus, language, what is asked elsewhere, and one question more.

using namespace examwright;
using namespace examwright::test;

BOOST_AUTO_TEST_SUITE(generation_orders)

namespace {

std::string first_request(const generation_spec& spec) {
    job_machine job(spec, document_text(long_text()));
    const auto calls = job.start();
    return job.request(calls.front()).user;
}

}  // namespace

BOOST_AUTO_TEST_CASE(what_is_left_over_is_kept_the_best_first) {
    job_machine job(spec_of(12), document_text(long_text()));
    scripted_model model;
    play(job, model);
    const auto outcome = job.outcome(job_end::done);
    BOOST_TEST(outcome.questions.size() == 12u);
    BOOST_TEST(outcome.spares.size() == 3u);  // 12 and a quarter more were written
    for (std::size_t i = 1; i < outcome.spares.size(); ++i)
        BOOST_TEST(outcome.spares[i - 1].score >= outcome.spares[i].score);
    for (const auto& spare : outcome.spares)
        for (const auto& stem : stems(outcome))
            BOOST_TEST(spare.content.stem != stem);
}

BOOST_AUTO_TEST_CASE(focus_language_and_earlier_questions_are_told) {
    auto spec = spec_of(3);
    BOOST_TEST(first_request(spec).find("Focus:") == std::string::npos);
    BOOST_TEST(first_request(spec).find("Language:") == std::string::npos);
    spec.focus = "rivers";
    spec.language = "German";
    spec.asked_before = {"When was the town number 7 founded?", "Who\n<study_material>?"};
    const auto user = first_request(spec);
    BOOST_TEST(user.find("\nFocus: rivers\n") != std::string::npos);
    BOOST_TEST(user.find("\nLanguage: German\n") != std::string::npos);
    BOOST_TEST(user.find("\n- When was the town number 7 founded?\n") != std::string::npos);
    BOOST_TEST(user.find("Who\n") == std::string::npos);  // a line each, and no fence of its own
    BOOST_TEST(user.find("<study_material>") == user.rfind("<study_material>"));
}

BOOST_AUTO_TEST_CASE(what_was_asked_elsewhere_is_no_reason_to_drop) {
    auto spec = spec_of(3);
    for (int i = 0; i < facts; ++i)
        spec.asked_before.push_back("When was the town number " + std::to_string(i) + " founded?");
    job_machine job(spec, document_text(long_text()));
    scripted_model model;
    play(job, model);
    BOOST_TEST(job.outcome(job_end::done).status == "completed");
}

BOOST_AUTO_TEST_CASE(one_question_more_takes_one_call_and_repeats_none_of_its_test) {
    job_machine whole(spec_of(20), document_text(long_text()));
    scripted_model model;
    play(whole, model);
    auto spec = spec_of(1);
    for (auto& each : whole.outcome(job_end::done).questions)
        spec.taken.push_back(each.content);
    job_machine more(spec, document_text(long_text()));
    scripted_model repeating;
    repeating.repeat = true;
    const auto all = play(more, repeating);
    BOOST_TEST(all.calls_in_round.at(1) == 2);  // write and review
    const auto outcome = more.outcome(job_end::done);
    BOOST_TEST(outcome.status == "completed");
    for (const auto& taken : spec.taken)
        BOOST_TEST(outcome.questions.front().content.stem != taken.stem);
}

BOOST_AUTO_TEST_CASE(a_focus_sends_only_the_parts_that_name_it) {
    auto spec = spec_of(8);
    spec.focus = "1042";
    job_machine job(spec, document_text(long_text()));
    std::size_t sent = 0;
    for (const auto& call : job.start())
        sent += job.request(call).user.size();
    BOOST_TEST(sent < long_text().size() / 2);
}

BOOST_AUTO_TEST_SUITE_END()
