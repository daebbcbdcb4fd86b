#include "db/generated_test_store.hpp"

#include <boost/test/unit_test.hpp>

#include "db/job_store.hpp"
#include "test/support/database_fixture.hpp"

using namespace examwright;

namespace {

struct test_fixture : test::database_fixture {
    std::string asha = add_user("asha@example.org");
    std::string ben = add_user("ben@example.org");
    std::string document = add_document(asha);
    examwright::generated_test_store tests{database};
    examwright::job_store jobs{database};

    generated_test_record request(const std::string& document_id, timestamp created_at) {
        generated_test_record record;
        record.user_id = asha;
        record.document_id = document_id;
        record.title = "Rivers";
        record.level = difficulty::hard;
        record.prompt_version = "1";
        record.model = "claude";
        record.target_questions = 12;
        record.created_at = created_at;
        return record;
    }
    std::string add_test() { return jobs.create(request(document, now)).value().id; }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(generated_test_store, test_fixture)

BOOST_AUTO_TEST_CASE(a_new_test_waits_in_the_queue) {
    const auto id = add_test();
    const auto found = tests.find(id, asha);
    BOOST_REQUIRE(found);
    BOOST_TEST(found->status == "pending");
    BOOST_TEST(found->phase == "queued");
    BOOST_TEST(found->document_id == document);
    BOOST_TEST(*found->title == "Rivers");
    BOOST_TEST((found->level == difficulty::hard));
    BOOST_TEST(found->prompt_version == "1");
    BOOST_TEST(found->model == "claude");
    BOOST_TEST(found->target_questions == 12);
    BOOST_TEST(found->questions_generated == 0);
    BOOST_TEST((found->created_at == now));
    BOOST_TEST((found->updated_at == now));
    BOOST_TEST(!found->ended_at);
    BOOST_TEST(found->unfinished());
}

BOOST_AUTO_TEST_CASE(a_document_has_one_unfinished_test_at_a_time) {
    const auto id = add_test();
    const auto second = jobs.create(request(document, now));
    BOOST_REQUIRE(!second);
    BOOST_TEST((second.error().kind == problem_kind::conflict));
    BOOST_TEST(jobs.create(request(add_document(asha), now)).has_value());
    jobs.finish(id, {.status = "failed"}, now);
    BOOST_TEST(jobs.create(request(document, now)).has_value());
}

BOOST_AUTO_TEST_CASE(a_test_needs_a_document_of_its_owner) {
    auto record = request(document, now);
    record.user_id = ben;
    const auto created = jobs.create(record);
    BOOST_REQUIRE(!created);
    BOOST_TEST((created.error().kind == problem_kind::not_found));
}

BOOST_AUTO_TEST_CASE(what_is_anothers_is_not_found) {
    const auto id = add_test();
    BOOST_TEST(!tests.find(id, ben));
    BOOST_TEST(!tests.remove(id, ben));
    BOOST_TEST(tests.list(ben, {}).items.empty());
    BOOST_TEST(tests.list(ben, {}).total == 0);
    BOOST_TEST(tests.find(id, asha).has_value());
}

BOOST_AUTO_TEST_CASE(pages_are_newest_first_with_a_firm_order_of_equals) {
    std::vector<std::string> newest_first;
    for (int i = 0; i < 5; ++i)
        newest_first.insert(newest_first.begin(),
                            jobs.create(request(add_document(asha), after(i / 2))).value().id);
    const auto sort_equals = [&](int from, int to) {
        std::sort(newest_first.begin() + from, newest_first.begin() + to, std::greater<>());
    };
    sort_equals(1, 3);
    sort_equals(3, 5);
    std::vector<std::string> listed;
    for (int offset = 0; offset < 5; ++offset)
        for (const auto& test : tests.list(asha, {1, offset}).items)
            listed.push_back(test.id);
    BOOST_TEST(listed == newest_first, boost::test_tools::per_element());
    BOOST_TEST(tests.list(asha, {1, 0}).total == 5);
}

BOOST_AUTO_TEST_CASE(progress_is_a_sign_of_life_until_the_end) {
    const auto id = add_test();
    jobs.set_progress(id, "reviewing", 3, 8, after(7));
    const auto running = tests.find(id, asha);
    BOOST_TEST(running->status == "generating");
    BOOST_TEST(running->phase == "reviewing");
    BOOST_TEST(running->calls_done == 3);
    BOOST_TEST(running->calls_total == 8);
    BOOST_TEST((running->updated_at == after(7)));

    jobs.finish(id, {.status = "failed", .failure_reason = "Cancelled."}, after(8));
    jobs.set_progress(id, "writing", 4, 8, after(9));
    const auto ended = tests.find(id, asha);
    BOOST_TEST(ended->status == "failed");
    BOOST_TEST(ended->phase == "done");
    BOOST_TEST((ended->updated_at == after(8)));
}

BOOST_AUTO_TEST_CASE(the_unfinished_are_known_oldest_first_with_their_starts) {
    const auto newer = jobs.create(request(document, after(5))).value().id;
    const auto older = jobs.create(request(add_document(asha), now)).value().id;
    const auto ended = jobs.create(request(add_document(asha), now)).value().id;
    jobs.finish(ended, {.status = "failed"}, now);
    jobs.set_progress(newer, "writing", 1, 2, now);
    const auto unfinished = jobs.unfinished();
    BOOST_REQUIRE(unfinished.size() == 2u);
    BOOST_TEST(unfinished[0].id == older);
    BOOST_TEST(unfinished[1].id == newer);
    for (const auto& started : {older, newer, older})
        jobs.count_start(started, after(9));
    BOOST_TEST(jobs.starts(older) == 2);
    BOOST_TEST(jobs.starts(newer) == 1);
    BOOST_TEST(jobs.starts("none") == 0);
    jobs.uncount_start(older);
    BOOST_TEST(jobs.starts(older) == 1);
    BOOST_TEST((tests.find(older, asha)->updated_at == after(9)));
}

BOOST_AUTO_TEST_CASE(a_removed_test_takes_its_questions_and_calls_along) {
    const auto id = add_test();
    const auto test = *tests.find(id, asha);
    jobs.record_call(test, {.outcome = "answered"}, {}, now);
    question_record question;
    question.content.options = {"a", "b", "c", "d"};
    jobs.finish(id, {.status = "completed", .questions = {question}}, now);
    BOOST_TEST(tests.questions(id).size() == 1u);
    BOOST_TEST(tests.remove(id, asha));
    BOOST_TEST(!tests.remove(id, asha));
    BOOST_TEST(database.execAndGet("SELECT count(*) FROM questions").getInt() == 0);
    BOOST_TEST(database.execAndGet("SELECT count(*) FROM claude_calls").getInt() == 0);
    jobs.record_call(test, {.outcome = "answered"}, {}, now);
    BOOST_TEST(jobs.calls(id).empty());
    BOOST_TEST(!jobs.finish(id, {.status = "failed"}, now));
}

BOOST_AUTO_TEST_SUITE_END()
