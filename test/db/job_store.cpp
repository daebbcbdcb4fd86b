#include <boost/test/unit_test.hpp>

#include "db/generated_test_store.hpp"
#include "test/support/database_fixture.hpp"

using namespace examwright;

namespace {

struct calls_fixture : test::database_fixture {
    std::string asha = add_user("asha@example.org");
    generated_test_store tests{database};
    std::string id = add_test();

    std::string add_test() {
        generated_test_record record;
        record.user_id = asha;
        record.document_id = add_document(asha);
        record.created_at = now;
        return tests.create(record).value().id;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(job_store, calls_fixture)

BOOST_AUTO_TEST_CASE(calls_come_back_whole_in_the_order_of_their_ends) {
    call_record review{call_kind::review, 2,   3, "answered", "{\"reviews\": [\"ü\"]}",
                       {100, 20, 30, 40}, 1234};
    call_record write{call_kind::write, 1, 0, "failed", "Claude did not answer.", {}, 7};
    tests.record_call(id, review, now);
    tests.record_call(id, write, after(3));
    const auto calls = tests.calls(id);
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
    tests.record_call(id, {.outcome = "answered", .reply = "first"}, now);
    tests.record_call(id, {.outcome = "failed", .reply = "second"}, now);
    tests.record_call(id, {.kind = call_kind::review, .outcome = "answered"}, now);
    tests.record_call(id, {.round = 2, .outcome = "answered"}, now);
    tests.record_call(id, {.group = 1, .outcome = "answered"}, now);
    const auto calls = tests.calls(id);
    BOOST_TEST(calls.size() == 4u);
    BOOST_TEST(calls[0].reply == "first");
    BOOST_TEST(tests.calls(add_test()).empty());
}

BOOST_AUTO_TEST_CASE(a_late_call_does_not_touch_an_ended_test) {
    tests.finish(id, {.status = "partial"}, after(1));
    tests.record_call(id, {.outcome = "answered"}, after(2));
    BOOST_TEST((tests.find(id, asha)->updated_at == after(1)));
    BOOST_TEST(tests.calls(id).size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
