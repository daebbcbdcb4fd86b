#include "server/accounts/attempt_limit.hpp"

#include <boost/test/unit_test.hpp>

using namespace examwright;
using namespace std::chrono_literals;

BOOST_AUTO_TEST_SUITE(attempt_limit)

const examwright::attempt_limit::time_point start(1'700'000'000s);

BOOST_AUTO_TEST_CASE(after_so_many_attempts_one_waits_for_the_span_to_end) {
    examwright::attempt_limit limit(60s);
    for (int i = 0; i < 3; ++i) {
        BOOST_TEST(!limit.wait("a", 3, start));
        limit.count("a", start + i * 10s);
    }
    BOOST_TEST(limit.wait("a", 3, start + 20s).value().count() == 40);
    BOOST_TEST(limit.wait("a", 3, start + 59s + 1us).value().count() == 1);
    BOOST_TEST(!limit.wait("a", 3, start + 60s));
    BOOST_TEST(!limit.wait("a", 4, start + 20s));
    BOOST_TEST(!limit.wait("b", 3, start + 20s));
}

BOOST_AUTO_TEST_CASE(what_is_taken_back_or_forgotten_does_not_count) {
    examwright::attempt_limit limit(60s);
    limit.count("a", start);
    limit.count("a", start + 1s);
    limit.take_back("a", start);
    BOOST_TEST(limit.counted("a", start + 1s) == 1u);
    limit.take_back("a", start);  // counts no more
    limit.take_back("b", start);
    BOOST_TEST(limit.wait("a", 1, start + 1s).has_value());
    limit.forget("a");
    BOOST_TEST(!limit.wait("a", 1, start + 1s));
}

BOOST_AUTO_TEST_CASE(any_span_of_that_length_counts) {
    examwright::attempt_limit limit(60s);
    limit.count("a", start);
    limit.count("a", start + 61s);
    BOOST_TEST(!limit.wait("a", 2, start + 61s));
    limit.count("a", start + 100s);
    BOOST_TEST(limit.wait("a", 2, start + 100s).value().count() == 21);
    BOOST_TEST(!limit.wait("a", 2, start + 121s));
    limit.count("a", start + 121s);  // the second within a minute again
    BOOST_TEST(limit.wait("a", 2, start + 121s).value().count() == 39);
}

BOOST_AUTO_TEST_CASE(of_many_keys_the_one_counted_longest_ago_goes_first) {
    examwright::attempt_limit limit(60s, 100);
    limit.count("z", start);
    limit.count("a", start);
    limit.count("z", start);
    for (int i = 0; i < 99; ++i)
        limit.count("key " + std::to_string(i), start);
    BOOST_TEST(limit.counted("z", start) == 2u);
    BOOST_TEST(limit.counted("a", start) == 0u);
    limit.count("one more", start);
    BOOST_TEST(limit.counted("z", start) == 0u);
    BOOST_TEST(limit.counted("one more", start) == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
