#include "db/retention.hpp"

#include <boost/test/unit_test.hpp>

#include "db/document_store.hpp"
#include "db/generated_test_store.hpp"
#include "db/job_store.hpp"
#include "db/question_store.hpp"
#include "db/session_store.hpp"
#include "db/spending_store.hpp"
#include "test/support/database_checks.hpp"
#include "test/support/database_fixture.hpp"

using namespace examwright;

namespace {

constexpr int day = 24 * 3600;

struct retention_fixture : test::database_fixture {
    std::string asha = add_user("asha@example.org");
    document_store documents{database};
    generated_test_store tests{database};
    job_store jobs{database};

    std::string add_upload(const std::string& status, timestamp at) {
        document_record document;
        document.id = new_id();
        document.user_id = asha;
        document.source_type = "pdf";
        document.file_path = "uploads/" + document.id;
        document.status = status;
        document.created_at = document.updated_at = at;
        documents.insert(document);
        return document.id;
    }
    std::string add_test(timestamp at) {
        generated_test_record record;
        record.user_id = asha;
        record.document_id = add_document(asha);
        record.created_at = at;
        return jobs.create(record).value().id;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(retention, retention_fixture)

BOOST_AUTO_TEST_CASE(without_limits_everything_of_the_users_stays) {
    add_upload("ready", now);
    jobs.finish(add_test(now), {.status = "failed", .failure_reason = "No."}, now);
    BOOST_TEST(apply_retention(database, {}, after(1000 * day)).empty());
    BOOST_TEST(documents.list(asha, {}).total == 2);
    BOOST_TEST(tests.list(asha, {}).total == 1);
}

BOOST_AUTO_TEST_CASE(an_old_upload_is_forgotten_and_its_document_stays) {
    const auto old = add_upload("ready", now);
    add_upload("processing", now);
    add_upload("ready", after(5 * day));
    const auto files = apply_retention(database, {.upload_days = 7}, after(8 * day));
    BOOST_REQUIRE(files.size() == 1u);
    BOOST_TEST(files[0] == "uploads/" + old);
    BOOST_TEST(documents.list(asha, {}).total == 3);
    BOOST_TEST(documents.file_paths().size() == 2u);
    BOOST_TEST(apply_retention(database, {.upload_days = 7}, after(8 * day)).empty());
}

BOOST_AUTO_TEST_CASE(an_old_test_goes_with_the_row_of_a_document_that_only_it_needed) {
    const auto old = add_test(now);
    const auto document = tests.find(old, asha)->document_id;
    jobs.finish(old, {.status = "failed", .failure_reason = "No."}, now);
    const auto touched = add_test(now);
    jobs.finish(touched, {.status = "failed", .failure_reason = "No."}, now);
    tests.set_title(touched, asha, "Kept", after(20 * day));
    const auto unfinished = add_test(now);
    documents.remove(document, asha, now);
    apply_retention(database, {.test_days = 30}, after(31 * day));
    BOOST_TEST(!tests.find(old, asha));
    BOOST_TEST(!documents.text(document));
    BOOST_TEST(tests.find(touched, asha).has_value());
    BOOST_TEST(tests.find(unfinished, asha).has_value());
    test::check_database(file);
}

BOOST_AUTO_TEST_CASE(a_question_that_was_deleted_goes_after_a_day) {
    const auto test = add_test(now);
    generated_test_outcome outcome;
    outcome.status = "completed";
    outcome.questions.emplace_back().content = {"Which?",  {"1", "2"}, 1,  "", difficulty::easy,
                                                "general", "",         "", {}};
    jobs.finish(test, outcome, now);
    question_store questions(database);
    const auto id = tests.questions(test).at(0).id;
    questions.remove(test, id, now);
    apply_retention(database, {}, after(day));
    BOOST_TEST(questions.successor_of(test, id).has_value());
    apply_retention(database, {}, after(day + 1));
    BOOST_TEST(!questions.successor_of(test, id).has_value());
}

BOOST_AUTO_TEST_CASE(expired_sessions_and_old_sums_go) {
    session_store(database).create(asha, "hash", "aaaa", now, after(60));
    session_store(database).create(asha, "hash", "bbbb", now, after(500 * day));
    spending_store(database).add(asha, {1, {}, 1.0}, now);
    apply_retention(database, {}, after(61));
    BOOST_TEST(database.execAndGet("SELECT count(*) FROM sessions").getInt() == 1);
    BOOST_TEST(database.execAndGet("SELECT count(*) FROM spending").getInt() == 1);
    apply_retention(database, {}, after(401 * day));
    BOOST_TEST(database.execAndGet("SELECT count(*) FROM spending").getInt() == 0);
}

BOOST_AUTO_TEST_SUITE_END()
