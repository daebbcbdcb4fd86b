#include "server/accounts/attempt_limit.hpp"

#include <boost/test/unit_test.hpp>

using namespace examwright;
using namespace std::chrono_literals;

BOOST_AUTO_TEST_SUITE(attempt_limit)

const timestamp start = timestamp(1'700'000'000s);

BOOST_AUTO_TEST_CASE(after_so_many_failures_one_waits_for_the_span_to_end) {
    examwright::attempt_limit limit(3, 60s);
    for (int i = 0; i < 3; ++i) {
        BOOST_TEST(!limit.wait("a", start));
        limit.failed("a", start + i * 10s);
    }
    BOOST_TEST(limit.wait("a", start + 20s).value().count() == 40);
    BOOST_TEST(limit.wait("a", start + 59s + 1us).value().count() == 1);
    BOOST_TEST(!limit.wait("a", start + 60s));
    BOOST_TEST(!limit.wait("b", start + 20s));
}

BOOST_AUTO_TEST_CASE(a_success_forgets_the_failures) {
    examwright::attempt_limit limit(2, 60s);
    limit.failed("a", start);
    limit.succeeded("a");
    limit.failed("a", start);
    BOOST_TEST(!limit.wait("a", start));
    limit.failed("a", start);
    BOOST_TEST(limit.wait("a", start).has_value());
}

BOOST_AUTO_TEST_CASE(any_span_of_that_length_counts) {
    examwright::attempt_limit limit(2, 60s);
    limit.failed("a", start);
    limit.failed("a", start + 61s);
    BOOST_TEST(!limit.wait("a", start + 61s));
    limit.failed("a", start + 100s);
    BOOST_TEST(limit.wait("a", start + 100s).value().count() == 21);
    BOOST_TEST(!limit.wait("a", start + 121s));
    limit.failed("a", start + 121s);  // the second within a minute again
    BOOST_TEST(limit.wait("a", start + 121s).value().count() == 39);
}

BOOST_AUTO_TEST_CASE(made_up_keys_do_not_free_a_counted_one_while_there_is_room) {
    examwright::attempt_limit limit(1, 60s);
    for (int i = 0; i < 30'000; ++i)  // the old ones are over by then
        limit.failed("key " + std::to_string(i), start + i * 10ms);
    BOOST_TEST(limit.wait("key 29999", start + 300s).has_value());
    BOOST_TEST(!limit.wait("key 0", start + 300s));
}

BOOST_AUTO_TEST_SUITE_END()
