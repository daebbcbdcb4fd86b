#include "core/generation/call.hpp"

#include <boost/test/unit_test.hpp>

using namespace examwright;
using namespace std::chrono_literals;
using action = call_step::action;
using stage = generation_call::stage;

BOOST_AUTO_TEST_SUITE(call)

namespace {

constexpr call_id an_id{call_kind::write, 2, 3};
constexpr std::chrono::milliseconds plenty = 5min;
const token_usage expected{1000, 500, 0, 0};

attempt_reading reading_of(verdict what, token_usage usage = {}) {
    attempt_reading reading;
    reading.what = what;
    reading.text = what == verdict::answered ? "the reply" : "";
    reading.sentence = what == verdict::answered ? "" : "What happened.";
    reading.usage = usage;
    return reading;
}

call_step after(generation_call& call, const attempt_reading& reading, bool divisible = true,
                std::chrono::milliseconds left = plenty) {
    call.prepares(expected);
    call.enter(stage::sending);
    return call.receives(reading, divisible, 0, left);
}

}  // namespace

BOOST_AUTO_TEST_CASE(outcomes_have_names) {
    for (const auto outcome :
         {call_outcome::answered, call_outcome::refused, call_outcome::truncated, call_outcome::failed})
        BOOST_TEST((parse_call_outcome(to_string(outcome)) == outcome));
    BOOST_TEST(!parse_call_outcome("other"));
}

BOOST_AUTO_TEST_CASE(an_answer_or_a_refusal_ends_the_call) {
    generation_call answered(an_id);
    const auto step = after(answered, reading_of(verdict::answered));
    BOOST_TEST((step.what == action::finish && step.result.outcome == call_outcome::answered));
    BOOST_TEST((step.result.id == an_id));
    BOOST_TEST(step.result.text == "the reply");
    generation_call refused(an_id);
    BOOST_TEST((after(refused, reading_of(verdict::refused)).result.outcome == call_outcome::refused));
    generation_call given_up(an_id);
    const auto last = after(given_up, reading_of(verdict::give_up));
    BOOST_TEST((last.what == action::finish && last.result.outcome == call_outcome::failed));
    BOOST_TEST(last.result.text == "What happened.");
}

BOOST_AUTO_TEST_CASE(a_passing_fault_is_tried_again_and_in_the_end_fails_the_call_alone) {
    generation_call call(an_id);
    for (const auto wait : {1s, 2s, 4s}) {
        const auto step = after(call, reading_of(verdict::try_again));
        BOOST_TEST((step.what == action::retry && step.wait == wait));
    }
    const auto last = after(call, reading_of(verdict::try_again));
    BOOST_TEST((last.what == action::finish && last.result.outcome == call_outcome::failed));
}

BOOST_AUTO_TEST_CASE(what_no_retry_can_mend_ends_the_job) {
    generation_call call(an_id);
    const auto step = after(call, reading_of(verdict::fatal));
    BOOST_TEST((step.what == action::end_job));
    BOOST_TEST(step.result.text == "What happened.");
}

BOOST_AUTO_TEST_CASE(a_truncated_reply_is_halved_where_it_can_be) {
    generation_call several(an_id);
    BOOST_TEST((after(several, reading_of(verdict::truncated)).result.outcome == call_outcome::truncated));
    generation_call single(an_id);
    BOOST_TEST((after(single, reading_of(verdict::truncated), false).what == action::retry));
    BOOST_TEST((after(single, reading_of(verdict::truncated), false).what == action::finish));
}

BOOST_AUTO_TEST_CASE(a_fault_at_the_end_of_the_jobs_time_ends_the_job) {
    generation_call call(an_id);
    BOOST_TEST((after(call, reading_of(verdict::timed_out), true, 0ms).what == action::out_of_time));
    generation_call answered(an_id);
    BOOST_TEST((after(answered, reading_of(verdict::answered), true, 0ms).what == action::finish));
}

BOOST_AUTO_TEST_CASE(an_answered_request_is_due_as_the_api_counted_it) {
    generation_call call(an_id);
    call.prepares(expected);
    call.enter(stage::sending);
    BOOST_TEST(call.due().requests == 1);
    BOOST_TEST(call.due().usage.input == 1000);
    call.paid(call.due());
    call.receives(reading_of(verdict::answered, {900, 700, 0, 0}), true, 0, plenty);
    BOOST_TEST(call.due().requests == 0);
    BOOST_TEST(call.due().usage.input == -100);
    BOOST_TEST(call.due().usage.output == 200);
    BOOST_TEST(call.usage().output == 700);
}

BOOST_AUTO_TEST_CASE(a_request_that_is_taken_back_is_not_due) {
    generation_call call(an_id);
    call.prepares(expected);
    BOOST_TEST(!call.due().empty());
    call.takes_back();
    BOOST_TEST(call.due().empty());
}

BOOST_AUTO_TEST_CASE(an_unanswered_request_stays_due_and_an_unsent_one_does_not) {
    auto lost = reading_of(verdict::timed_out);
    lost.reached = attempt_reading::delivery::unknown;
    generation_call call(an_id);
    after(call, lost);
    BOOST_TEST(call.due().requests == 1);
    BOOST_TEST(call.due().usage.output == 500);
    auto unsent = reading_of(verdict::try_again);
    unsent.reached = attempt_reading::delivery::not_sent;
    generation_call other(an_id);
    after(other, unsent);
    BOOST_TEST(other.due().requests == 0);
    BOOST_TEST(other.due().usage.input == 0);
}

BOOST_AUTO_TEST_CASE(a_call_that_waits_can_be_interrupted_and_one_at_work_stops_by_itself) {
    const auto interrupts = [](stage now, bool in_flight_too) {
        generation_call call(an_id);
        call.enter(now);
        const bool interrupted = call.stop(in_flight_too);
        return std::pair(interrupted, call.stopped());
    };
    using stops = std::pair<bool, bool>;
    for (const bool all : {false, true}) {
        BOOST_TEST((interrupts(stage::queued, all) == stops(true, true)));
        BOOST_TEST((interrupts(stage::resting, all) == stops(true, true)));
        BOOST_TEST((interrupts(stage::preparing, all) == stops(false, true)));
        BOOST_TEST((interrupts(stage::sending, all) == stops(all, all)));
        BOOST_TEST((interrupts(stage::answered, all) == stops(false, all)));
    }
    generation_call draining(an_id);
    draining.prepares(expected);
    draining.enter(stage::sending);
    BOOST_TEST(!draining.stop(false));
    BOOST_TEST((draining.receives(reading_of(verdict::try_again), true, 0, plenty).what == action::leave));
    generation_call twice(an_id);
    BOOST_TEST(twice.stop(true));
    BOOST_TEST(!twice.stop(true));
}

BOOST_AUTO_TEST_SUITE_END()
