#include "db/spending_store.hpp"

#include <boost/test/unit_test.hpp>

#include "db/generated_test_store.hpp"
#include "test/support/database_fixture.hpp"

using namespace examwright;

BOOST_FIXTURE_TEST_SUITE(spending_store, test::database_fixture)

BOOST_AUTO_TEST_CASE(a_recorded_call_is_spent_once_and_outlives_its_test) {
    examwright::spending_store spending(database);
    generated_test_store tests(database);
    const auto user = add_user("asha@example.org");
    generated_test_record record;
    record.user_id = user;
    record.document_id = add_document(user);
    record.model = "claude-sonnet-5-5";
    record.created_at = now;
    const auto id = tests.create(record).value().id;
    call_record call;
    call.outcome = "answered";
    call.usage = {1'000'000, 100'000, 0, 0};  // 2 and 1 dollars
    tests.record_call(id, call, now);
    tests.record_call(id, call, now);  // the same call
    BOOST_TEST(spending.spent(now) == 3.0);
    BOOST_TEST(spending.spent_by(user, now) == 3.0);
    BOOST_TEST(spending.spent_by("another", now) == 0.0);
    BOOST_TEST(spending.spent(after(86'400)) == 0.0);
    tests.remove(id, user);
    BOOST_TEST(spending.spent(now) == 3.0);
    call.group = 1;
    tests.record_call(id, call, now);  // of a test that is gone
    BOOST_TEST(spending.spent(now) == 3.0);
}

BOOST_AUTO_TEST_CASE(a_model_without_known_prices_spends_nothing_that_we_know_of) {
    examwright::spending_store spending(database);
    generated_test_store tests(database);
    const auto user = add_user("asha@example.org");
    generated_test_record record;
    record.user_id = user;
    record.document_id = add_document(user);
    record.model = "llama-99";
    record.created_at = now;
    call_record call;
    call.outcome = "answered";
    call.usage = {1000, 1000, 0, 0};
    tests.record_call(tests.create(record).value().id, call, now);
    BOOST_TEST(spending.spent(now) == 0.0);
}

BOOST_AUTO_TEST_SUITE_END()
