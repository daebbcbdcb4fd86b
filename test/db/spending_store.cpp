#include "db/spending_store.hpp"

#include <boost/test/unit_test.hpp>

#include "db/generated_test_store.hpp"
#include "db/job_store.hpp"
#include "test/support/database_fixture.hpp"

using namespace examwright;

namespace {

struct spending_fixture : test::database_fixture {
    examwright::spending_store spending{database};
    job_store jobs{database};
    std::string user = add_user("asha@example.org");

    generated_test_record add_test(const std::string& model) {
        generated_test_record record;
        record.user_id = user;
        record.document_id = add_document(user);
        record.model = model;
        record.created_at = now;
        return jobs.create(record).value();
    }
};

const call_cost expected{1, {1'000'000, 100'000, 0, 0}};  // 2 and 1 dollars

}  // namespace

BOOST_FIXTURE_TEST_SUITE(spending_store, spending_fixture)

BOOST_AUTO_TEST_CASE(a_request_is_spent_when_it_is_sent_and_corrected_when_it_is_answered) {
    const auto test = add_test("claude-sonnet-5-5");
    jobs.begin_request(test, true, expected, now);
    BOOST_TEST(spending.spent(now) == 3.0);
    BOOST_TEST(jobs.starts(test.id) == 1);
    call_record call;
    call.outcome = "answered";
    jobs.record_call(test, call, {0, {-500'000, 100'000, 0, 0}}, now);  // took 1 and 2 dollars
    BOOST_TEST(spending.spent_by(user, now) == 3.0);
    jobs.begin_request(test, false, expected, now);
    BOOST_TEST(jobs.starts(test.id) == 1);
    BOOST_TEST(spending.spent_by(user, now) == 6.0);
    BOOST_TEST(spending.spent_by("another", now) == 0.0);
    BOOST_TEST(spending.spent(after(86'400)) == 0.0);
    BOOST_TEST(database.execAndGet("SELECT calls FROM spending").getInt() == 2);
    BOOST_TEST(database.execAndGet("SELECT input_tokens FROM spending").getInt() == 1'500'000);
    BOOST_TEST(database.execAndGet("SELECT output_tokens FROM spending").getInt() == 300'000);
}

BOOST_AUTO_TEST_CASE(what_is_spent_outlives_its_test) {
    const auto test = add_test("claude-sonnet-5-5");
    jobs.begin_request(test, true, expected, now);
    generated_test_store(database).remove(test.id, user);
    BOOST_TEST(spending.spent(now) == 3.0);
    jobs.begin_request(test, false, expected, now);  // in flight when its test went
    BOOST_TEST(spending.spent(now) == 6.0);
}

BOOST_AUTO_TEST_CASE(a_model_without_known_prices_costs_nothing_that_we_know_of) {
    const auto test = add_test("llama-99");
    jobs.begin_request(test, true, expected, now);
    BOOST_TEST(spending.spent(now) == 0.0);
    BOOST_TEST(database.execAndGet("SELECT calls FROM spending").getInt() == 1);
}

BOOST_AUTO_TEST_SUITE_END()
