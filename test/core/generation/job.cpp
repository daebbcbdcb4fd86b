#include "core/generation/job.hpp"

#include <boost/test/unit_test.hpp>

#include "test/support/scripted_model.hpp"

namespace json = boost::json;
using namespace examwright;
using namespace examwright::test;

BOOST_AUTO_TEST_SUITE(job)

BOOST_AUTO_TEST_CASE(makes_the_exact_count_in_one_round_of_eight_calls) {
    for (int n : {1, 3, 12, 20}) {
        job_machine job(spec_of(n), document_text(long_text()));
        scripted_model model;
        const auto all = play(job, model);
        const auto outcome = job.outcome(job_end::done);
        BOOST_TEST(job.done());
        BOOST_TEST(outcome.status == "completed");
        BOOST_TEST(outcome.questions.size() == static_cast<std::size_t>(n));
        BOOST_TEST(!outcome.failure_reason);
        BOOST_TEST(all.results.size() <= 8u);
        BOOST_TEST(all.calls_in_round.size() == 1u);
    }
}

BOOST_AUTO_TEST_CASE(questions_know_the_page_of_their_quote) {
    job_machine job(spec_of(12), document_text(long_text()));
    scripted_model model;
    play(job, model);
    for (const auto& each : job.outcome(job_end::done).questions) {
        const int number = std::stoi(between(each.content.stem, "number ", " "));
        BOOST_TEST(each.content.source_page.value_or(0) == number / 20 + 1);
    }
}

BOOST_AUTO_TEST_CASE(spreads_the_keys_though_the_model_always_writes_the_same) {
    job_machine job(spec_of(20), document_text(long_text()));
    scripted_model model;
    play(job, model);
    std::map<std::size_t, int> keys;
    for (const auto& each : job.outcome(job_end::done).questions) {
        ++keys[each.content.correct];
        const int number = std::stoi(between(each.content.stem, "number ", " "));
        BOOST_TEST(each.content.options[each.content.correct] == era(1000 + number));
    }
    BOOST_TEST(keys.size() == 4u);
    for (const auto& [letter, count] : keys)
        BOOST_TEST((count >= 3 && count <= 7));
}

BOOST_AUTO_TEST_CASE(the_order_in_which_calls_end_changes_nothing) {
    job_machine one(spec_of(12), document_text(long_text()));
    job_machine other(spec_of(12), document_text(long_text()));
    scripted_model model;
    scripted_model same;
    model.repeat = same.repeat = true;
    play(one, model);
    play(other, same, true);
    BOOST_TEST(stems(one.outcome(job_end::done)) == stems(other.outcome(job_end::done)),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(goes_on_from_recorded_results_without_repeating_a_call) {
    job_machine whole(spec_of(12), document_text(long_text()));
    scripted_model model;
    const auto all = play(whole, model);
    for (std::size_t cut = 0; cut <= all.results.size(); ++cut) {
        const std::vector<call_result> recorded(all.results.begin(),
                                                all.results.begin() + static_cast<std::ptrdiff_t>(cut));
        job_machine resumed(spec_of(12), document_text(long_text()));
        scripted_model after;
        const auto rest = play(resumed, after, false, recorded);
        std::set<call_id> made;
        for (const auto& result : recorded)
            made.insert(result.id);
        for (const auto& result : rest.results)
            BOOST_TEST(made.insert(result.id).second, "repeated after " << cut);
        BOOST_TEST(made.size() == all.results.size());
        BOOST_TEST(stems(resumed.outcome(job_end::done)) == stems(whole.outcome(job_end::done)),
                   boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(a_second_round_makes_up_for_what_the_review_threw_out) {
    job_machine job(spec_of(12), document_text(long_text()));
    scripted_model model;
    model.wrong_answers = {{call_kind::review, 1, 0}, {call_kind::review, 1, 1}};
    const auto all = play(job, model);
    const auto outcome = job.outcome(job_end::done);
    BOOST_TEST(outcome.status == "completed");
    BOOST_TEST(all.calls_in_round.size() == 2u);
    BOOST_TEST(outcome.dropped.at(drop_reason::review_disagreed) >= 6);
}

BOOST_AUTO_TEST_CASE(a_later_round_asks_for_more_where_much_was_dropped) {
    struct careless : scripted_model {
        int written = 0;
        std::string answer(const call_id& id, const prompt& request) {
            auto text = scripted_model::answer(id, request);
            if (id.kind == call_kind::review)
                return text;
            auto reply = json::parse(text);
            for (auto& item : reply.at("mcqs").as_array())
                if (++written % 3 != 0)
                    item.as_object()["source_quote"] = "These words stand nowhere in the whole document.";
            return json::serialize(reply);
        }
    } model;
    job_machine job(spec_of(12), document_text(long_text()));
    play(job, model);
    BOOST_TEST(job.outcome(job_end::done).status == "completed");
}

BOOST_AUTO_TEST_CASE(what_was_in_review_when_the_job_was_ended_is_told) {
    job_machine job(spec_of(12), document_text(long_text()));
    scripted_model model;
    const auto calls = job.start();
    job.finished({calls[0], call_outcome::answered, model.answer(calls[0], job.request(calls[0]))});
    BOOST_TEST(job.outcome(job_end::cancelled).dropped.at(drop_reason::not_reviewed) == 4);
    BOOST_TEST(job.outcome(job_end::done).dropped.at(drop_reason::not_reviewed) == 4);  // asked twice
}

BOOST_AUTO_TEST_CASE(a_review_without_an_answer_is_no_reply) {
    BOOST_TEST(usable_reply(call_kind::review, R"({"reviews": [{"number": 1, "answer": "A"}]})"));
    BOOST_TEST(!usable_reply(call_kind::review, R"({"reviews": []})"));
    BOOST_TEST(usable_reply(call_kind::write, R"({"mcqs": []})"));  // the material says too little
}

BOOST_AUTO_TEST_CASE(ends_after_three_rounds_with_what_it_has) {
    struct stubborn : scripted_model {
        std::string answer(const call_id& id, const prompt& request) {
            wrong_answers.insert(id);
            if (id.round == 1 && id.group == 0)
                wrong_answers.erase(id);
            return scripted_model::answer(id, request);
        }
    } model;
    job_machine job(spec_of(12), document_text(long_text()));
    const auto all = play(job, model);
    const auto outcome = job.outcome(job_end::done);
    BOOST_TEST(all.calls_in_round.size() == 3u);
    BOOST_TEST(outcome.status == "partial");
    BOOST_TEST(!outcome.questions.empty());
    BOOST_TEST(outcome.failure_reason.value_or("").find("of 12 questions") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(later_rounds_tell_what_exists_and_ask_elsewhere) {
    job_machine job(spec_of(20), document_text(long_text()));
    scripted_model model;
    const auto calls = job.start();
    std::vector<call_id> next;
    for (const auto& id : calls) {
        const bool good = id.group == 0;
        const auto more = job.finished({id, good ? call_outcome::answered : call_outcome::refused,
                                        good ? model.answer(id, job.request(id)) : std::string()});
        next.insert(next.end(), more.begin(), more.end());
    }
    BOOST_REQUIRE(next.size() == 1u);
    const auto second =
        job.finished({next[0], call_outcome::answered, model.answer(next[0], job.request(next[0]))});
    BOOST_REQUIRE(!second.empty());
    BOOST_TEST(second.size() <= 4u);
    for (const auto& id : second) {
        const auto text = job.request(id).user;
        BOOST_TEST(text.find("When was the town number 0 founded?") != std::string::npos);
        BOOST_TEST(text.find(era(1000)) != std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(no_round_follows_one_without_an_answer) {
    job_machine job(spec_of(12), document_text(long_text()));
    for (const auto& id : job.start())
        BOOST_TEST(job.finished({id, call_outcome::failed, "The model did not answer in time."}).empty());
    BOOST_TEST(job.done());
    const auto outcome = job.outcome(job_end::done);
    BOOST_TEST(outcome.status == "failed");
    BOOST_TEST(outcome.failure_reason.value_or("").find("did not answer in time") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_cut_off_reply_is_asked_for_in_two_halves) {
    job_machine job(spec_of(20), document_text(long_text()));
    scripted_model model;
    const auto calls = job.start();
    BOOST_TEST(job.questions_in(calls[1]) > 1);
    const auto halves = job.finished({calls[1], call_outcome::truncated, {}});
    BOOST_REQUIRE(halves.size() == 2u);
    BOOST_TEST((halves[0].kind == call_kind::write && halves[0].round == 1));
    std::vector<call_id> waiting{calls[0], calls[2], calls[3], halves[0], halves[1]};
    while (!waiting.empty()) {
        const auto id = waiting.back();
        waiting.pop_back();
        const auto more = job.finished({id, call_outcome::answered, model.answer(id, job.request(id))});
        waiting.insert(waiting.end(), more.begin(), more.end());
    }
    BOOST_TEST(job.outcome(job_end::done).status == "completed");
}

BOOST_AUTO_TEST_CASE(a_cut_off_review_is_asked_for_in_two_halves) {
    job_machine job(spec_of(12), document_text(long_text()));
    scripted_model model;
    std::vector<call_id> waiting = job.start();
    std::size_t truncated = 0;
    while (!waiting.empty()) {
        const auto id = waiting.back();
        waiting.pop_back();
        const bool cut = id.kind == call_kind::review && id.group < max_groups;
        truncated += cut;
        const auto more = cut ? job.finished({id, call_outcome::truncated, {}})
                              : job.finished({id, call_outcome::answered, model.answer(id, job.request(id))});
        waiting.insert(waiting.end(), more.begin(), more.end());
    }
    BOOST_TEST(truncated == 4u);
    BOOST_TEST(job.outcome(job_end::done).status == "completed");
}

BOOST_AUTO_TEST_CASE(an_invented_quote_is_dropped_and_counted) {
    struct inventor : scripted_model {
        std::string answer(const call_id& id, const prompt& request) {
            auto text = scripted_model::answer(id, request);
            if (id.kind == call_kind::write) {
                const std::string real = "was founded by settlers";
                for (auto at = text.find(real); at != text.npos; at = text.find(real))
                    text.replace(at, real.size(),
                                 "is said to be haunted by wolves and bears since dark times");
            }
            return text;
        }
    } model;
    job_machine job(spec_of(3), document_text(long_text()));
    play(job, model);
    const auto outcome = job.outcome(job_end::done);
    BOOST_TEST(outcome.status == "failed");
    BOOST_TEST(outcome.dropped.at(drop_reason::quote_not_found) > 0);
}

BOOST_AUTO_TEST_CASE(progress_counts_calls_and_never_goes_back) {
    job_machine job(spec_of(12), document_text(long_text()));
    scripted_model model;
    std::vector<call_id> waiting = job.start();
    BOOST_TEST(job.progress().calls_total == 8);
    BOOST_TEST(job.progress().phase == "writing");
    int done = 0;
    while (!waiting.empty()) {
        const auto id = waiting.front();
        waiting.erase(waiting.begin());
        for (const auto& next : job.finished({id, call_outcome::answered, model.answer(id, job.request(id))}))
            waiting.push_back(next);
        BOOST_TEST(job.progress().calls_done == ++done);
        BOOST_TEST(job.progress().calls_total == 8);
    }
}

BOOST_AUTO_TEST_CASE(a_text_without_a_sentence_ends_at_once) {
    job_machine job(spec_of(5), document_text(""));
    BOOST_TEST(job.start().empty());
    BOOST_TEST(job.done());
    BOOST_TEST(job.outcome(job_end::done).status == "failed");
}

BOOST_AUTO_TEST_CASE(cancel_keeps_what_was_accepted) {
    job_machine job(spec_of(12), document_text(long_text()));
    scripted_model model;
    const auto calls = job.start();
    const auto review =
        job.finished({calls[0], call_outcome::answered, model.answer(calls[0], job.request(calls[0]))});
    job.finished({review[0], call_outcome::answered, model.answer(review[0], job.request(review[0]))});
    const auto outcome = job.outcome(job_end::cancelled);
    BOOST_TEST(outcome.status == "partial");
    BOOST_TEST(outcome.failure_reason.value_or("").rfind("Cancelled", 0) == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
