#include <boost/test/unit_test.hpp>

#include "db/document_store.hpp"
#include "db/generated_test_store.hpp"
#include "db/job_store.hpp"
#include "db/question_store.hpp"
#include "test/support/database_fixture.hpp"

using namespace examwright;

namespace {

struct import_fixture : test::database_fixture {
    std::string asha = add_user("asha@example.org");
    generated_test_store tests{database};

    generated_test_record import_two(std::string_view page_name = "page") {
        generated_test_record record;
        record.user_id = asha;
        record.title = "Rivers";
        record.model = record.prompt_version = "imported";
        record.created_at = now;
        std::vector<question_record> questions(2);
        questions[0].content.stem = "Which is longest?";
        questions[0].content.options = {"Nile", "Rhine", "Elbe", "Oder", "Main"};
        questions[0].content.correct = 4;
        questions[0].content.topic_slug = "geography";
        questions[1].content = questions[0].content;
        questions[1].content.topic_slug = "there is none";
        return tests.import(record, questions, page_name);
    }
    std::int64_t documents() { return database.execAndGet("SELECT count(*) FROM documents").getInt64(); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(generated_test_import, import_fixture)

BOOST_AUTO_TEST_CASE(what_its_pages_are_called_is_kept) {
    BOOST_TEST(document_store(database).page_name(import_two("slide").document_id) == "slide");
    BOOST_TEST(document_store(database).page_name(import_two().document_id) == "page");
    BOOST_TEST(document_store(database).page_name("there is none") == "page");
}

BOOST_AUTO_TEST_CASE(it_has_ended_with_all_its_questions) {
    const auto test = import_two();
    BOOST_TEST(test.status == "completed");
    BOOST_TEST(test.phase == "done");
    BOOST_TEST(*test.title == "Rivers");
    BOOST_TEST(test.model == "imported");
    BOOST_TEST(test.target_questions == 2);
    BOOST_TEST(test.questions_generated == 2);
    BOOST_TEST(test.accepted == 2);
    BOOST_TEST((test.ended_at == now));
    const auto questions = tests.questions(test.id);
    BOOST_REQUIRE(questions.size() == 2u);
    BOOST_TEST(questions[0].sort_order == 1);
    BOOST_TEST(questions[0].content.options.size() == 5u);
    BOOST_TEST(questions[0].content.correct == 4u);
    BOOST_TEST(questions[0].content.topic_slug == "geography");
    BOOST_TEST(questions[1].sort_order == 2);
    BOOST_TEST(questions[1].content.topic_slug == "general");
    BOOST_TEST(tests.list(asha, {}).total == 1);
    BOOST_TEST(job_store(database).unfinished().empty());
}

BOOST_AUTO_TEST_CASE(its_document_is_shown_to_nobody_and_goes_with_it) {
    const auto test = import_two();
    document_store store(database);
    BOOST_TEST(!store.find(test.document_id, asha));
    BOOST_TEST(store.list(asha, {}).total == 0);
    BOOST_TEST(documents() == 1);
    BOOST_TEST(store.holdings_of(asha).documents == 1);  // it counts for the quotas
    BOOST_TEST(store.holdings_of(asha).bytes > 40);
    BOOST_TEST(tests.remove(test.id, asha));
    BOOST_TEST(store.holdings_of(asha).documents == 0);
    BOOST_TEST(documents() == 0);
}

BOOST_AUTO_TEST_CASE(its_questions_can_be_edited) {
    const auto test = import_two();
    question_store questions(database);
    const auto first = tests.questions(test.id)[0];
    BOOST_REQUIRE(questions.remove(test.id, first.id, now));
    BOOST_TEST(tests.find(test.id, asha)->questions_generated == 1);
    BOOST_TEST(questions.add(*tests.find(test.id, asha), first, {}, now).has_value());
    BOOST_TEST(questions.add(*tests.find(test.id, asha), first, {}, now).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
