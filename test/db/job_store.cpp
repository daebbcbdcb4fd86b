#include <boost/test/unit_test.hpp>

#include "db/generated_test_store.hpp"
#include "db/job_store.hpp"
#include "test/support/database_fixture.hpp"
#include "test/support/old_database.hpp"

using namespace examwright;

namespace {

struct calls_fixture : test::database_fixture {
    std::string asha = add_user("asha@example.org");
    generated_test_store tests{database};
    examwright::job_store jobs{database};
    std::string id = add_test();

    std::string add_test() {
        generated_test_record record;
        record.user_id = asha;
        record.document_id = add_document(asha);
        record.created_at = now;
        return jobs.create(record).value().id;
    }

    void record(const std::string& test, const call_record& call, timestamp at) {
        jobs.record_call(*tests.find(test, asha), call, {}, at);
    }

    static question_record question(const std::string& stem, const std::string& topic) {
        question_record made;
        made.content = {stem,
                        {"North", "\"South\"", "Öst", "West"},
                        2,
                        "Because.",
                        difficulty::hard,
                        topic,
                        "It flows\nnorth.",
                        "",
                        7};
        made.validation_result = "answered alike";
        made.quality_score = 0.75;
        return made;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(job_store, calls_fixture)

BOOST_AUTO_TEST_CASE(calls_come_back_whole_in_the_order_of_their_ends) {
    call_record review{call_kind::review, 2,   3, "answered", "{\"reviews\": [\"ü\"]}",
                       {100, 20, 30, 40}, 1234};
    call_record write{call_kind::write, 1, 0, "failed", "Claude did not answer.", {}, 7};
    record(id, review, now);
    record(id, write, after(3));
    const auto calls = jobs.calls(id);
    BOOST_REQUIRE(calls.size() == 2u);
    BOOST_TEST((calls[0].kind == call_kind::review));
    BOOST_TEST(calls[0].round == 2);
    BOOST_TEST(calls[0].group == 3);
    BOOST_TEST(calls[0].outcome == "answered");
    BOOST_TEST(calls[0].reply == review.reply);
    BOOST_TEST(calls[0].usage.input == 100);
    BOOST_TEST(calls[0].usage.output == 20);
    BOOST_TEST(calls[0].usage.cache_write == 30);
    BOOST_TEST(calls[0].usage.cache_read == 40);
    BOOST_TEST(calls[0].milliseconds == 1234);
    BOOST_TEST((calls[1].kind == call_kind::write));
    BOOST_TEST(calls[1].outcome == "failed");
    BOOST_TEST((tests.find(id, asha)->updated_at == after(3)));
}

BOOST_AUTO_TEST_CASE(a_call_is_kept_once) {
    record(id, {.outcome = "answered", .reply = "first"}, now);
    record(id, {.outcome = "failed", .reply = "second"}, now);
    record(id, {.kind = call_kind::review, .outcome = "answered"}, now);
    record(id, {.round = 2, .outcome = "answered"}, now);
    record(id, {.group = 1, .outcome = "answered"}, now);
    const auto calls = jobs.calls(id);
    BOOST_TEST(calls.size() == 4u);
    BOOST_TEST(calls[0].reply == "first");
    BOOST_TEST(jobs.calls(add_test()).empty());
}

BOOST_AUTO_TEST_CASE(a_late_call_does_not_touch_an_ended_test) {
    jobs.finish(id, {.status = "partial"}, after(1));
    record(id, {.outcome = "answered"}, after(2));
    BOOST_TEST((tests.find(id, asha)->updated_at == after(1)));
    BOOST_TEST(jobs.calls(id).size() == 1u);
}

BOOST_AUTO_TEST_CASE(an_end_saves_the_questions_and_the_sums) {
    examwright::generated_test_outcome outcome;
    outcome.status = "partial";
    outcome.failure_reason = "Some were dropped.";
    outcome.questions = {question("First?", "geography"), question("Second?", "astrology")};
    outcome.accepted = 3;
    outcome.dropped = {{"not in the document", 4}, {"two right answers", 1}};
    outcome.usage = {1000, 200, 0, 0};
    outcome.cost_usd = 0.006;
    BOOST_TEST(jobs.finish(id, outcome, after(30)));

    const auto ended = tests.find(id, asha);
    BOOST_TEST(ended->status == "partial");
    BOOST_TEST(ended->phase == "done");
    BOOST_TEST(*ended->failure_reason == "Some were dropped.");
    BOOST_TEST(ended->questions_generated == 2);
    BOOST_TEST(ended->accepted == 3);
    BOOST_REQUIRE(ended->dropped.size() == 2u);
    BOOST_TEST(ended->dropped[0].reason == "not in the document");
    BOOST_TEST(ended->dropped[0].count == 4);
    BOOST_TEST(*ended->input_tokens == 1000);
    BOOST_TEST(*ended->output_tokens == 200);
    BOOST_TEST(*ended->cost_usd == 0.006);
    BOOST_TEST((ended->ended_at == after(30)));

    const auto questions = tests.questions(id);
    BOOST_REQUIRE(questions.size() == 2u);
    const auto& first = questions[0];
    BOOST_TEST(first.sort_order == 1);
    BOOST_TEST(first.test_id == id);
    BOOST_TEST(first.id.size() == 36u);
    BOOST_TEST(first.content.stem == "First?");
    BOOST_TEST(first.content.options == outcome.questions[0].content.options,
               boost::test_tools::per_element());
    BOOST_TEST(first.content.correct == 2u);
    BOOST_TEST(first.content.explanation == "Because.");
    BOOST_TEST((first.content.level == difficulty::hard));
    BOOST_TEST(first.content.topic_slug == "geography");
    BOOST_TEST(first.content.source_quote == "It flows\nnorth.");
    BOOST_TEST(*first.content.source_page == 7);
    BOOST_TEST(*first.validation_result == "answered alike");
    BOOST_TEST(*first.quality_score == 0.75);
    BOOST_TEST(questions[1].sort_order == 2);
    BOOST_TEST(questions[1].content.topic_slug == "general");
}

BOOST_AUTO_TEST_CASE(a_test_ends_once) {
    BOOST_TEST(jobs.finish(id, {.status = "completed", .questions = {question("One?", "polity")}}, after(1)));
    BOOST_TEST(!jobs.finish(id, {.status = "failed", .failure_reason = "late"}, after(2)));
    BOOST_TEST(tests.find(id, asha)->status == "completed");
    BOOST_TEST(tests.questions(id).size() == 1u);
    BOOST_TEST(!jobs.finish("none", {.status = "failed"}, after(2)));
}

BOOST_AUTO_TEST_CASE(an_end_that_can_not_be_saved_leaves_the_test_as_it_was) {
    auto broken = question("Two?", "polity");
    broken.content.correct = 10;  // no such letter: the table refuses it
    examwright::generated_test_outcome outcome{.status = "completed",
                                               .questions = {question("One?", "polity"), broken}};
    BOOST_CHECK_THROW(jobs.finish(id, outcome, now), SQLite::Exception);
    BOOST_TEST(tests.find(id, asha)->status == "pending");
    BOOST_TEST(tests.questions(id).empty());
}

BOOST_AUTO_TEST_CASE(tests_of_the_old_service_can_be_read) {
    using test::old_database;
    const auto old_file = folder.path() / "old.db";
    old_database{.revision = 5, .with_unfinished_tests = true}.make(old_file);
    auto old = open_writer(old_file);
    migrator(old).up();
    generated_test_store old_tests(old);
    const auto completed = old_tests.find(old_database::completed, old_database::asha);
    BOOST_TEST((completed->level == difficulty::hard));
    BOOST_TEST(completed->questions_generated == 4);
    BOOST_TEST(*completed->cost_usd == 0.0156);
    BOOST_TEST(completed->ended_at.has_value());
    BOOST_TEST((old_tests.find(old_database::timed_out, old_database::ben)->level == difficulty::medium));
    BOOST_TEST(examwright::job_store(old).unfinished().empty());

    const auto questions = old_tests.questions(old_database::completed);
    BOOST_REQUIRE(questions.size() == 4u);
    BOOST_TEST(questions[0].content.options[0] == "North");
    BOOST_TEST(questions[1].content.options[1] == "Nile");
    BOOST_TEST(questions[1].content.options.size() == 4u);
    BOOST_TEST(questions[2].sort_order == 4);
    BOOST_TEST(questions[2].content.options.size() == 5u);
    BOOST_TEST(questions[2].content.correct == 4u);
    BOOST_TEST(questions[2].content.options[4] == "Alps");
    BOOST_TEST(questions[3].content.options[4] == "Mediterranean");
    BOOST_TEST(questions[0].content.topic_slug == "geography");
    BOOST_TEST(!questions[0].content.source_page);
}

BOOST_AUTO_TEST_CASE(a_broken_old_row_does_not_hide_the_others) {
    examwright::generated_test_outcome outcome{.status = "completed",
                                               .questions = {question("One?", "polity")}};
    outcome.questions.push_back(question("Two?", "polity"));
    jobs.finish(id, outcome, now);
    database.exec("UPDATE questions SET options = '{broken', correct_option = 'E' WHERE sort_order = 1");
    database.exec(
        "UPDATE generated_tests SET generation_metadata = '[', dropped = '{\"a\": 1}', created_at = 'soon'");
    const auto questions = tests.questions(id);
    BOOST_REQUIRE(questions.size() == 2u);
    BOOST_TEST(questions[0].content.stem == "One?");
    BOOST_TEST(questions[0].content.options.size() == 5u);
    BOOST_TEST(questions[0].content.options[4] == "");
    BOOST_TEST(questions[1].content.options[0] == "North");
    BOOST_TEST(tests.list(asha, {}).items.size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
