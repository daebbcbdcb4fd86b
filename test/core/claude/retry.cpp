#include "core/claude/retry.hpp"

#include <boost/test/unit_test.hpp>

using namespace examwright;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

BOOST_AUTO_TEST_SUITE(retry)

namespace {

constexpr milliseconds plenty = 5min;

std::optional<milliseconds> next(retry_state& state, verdict what, double jitter = 0) {
    return state.next(what, std::nullopt, jitter, plenty);
}

}  // namespace

BOOST_AUTO_TEST_CASE(four_attempts_with_doubling_waits) {
    retry_state state;
    BOOST_TEST((next(state, verdict::try_again) == 1s));
    BOOST_TEST((next(state, verdict::try_again) == 2s));
    BOOST_TEST((next(state, verdict::try_again) == 4s));
    BOOST_TEST(!next(state, verdict::try_again));
    BOOST_TEST(state.attempts() == max_attempts);
}

BOOST_AUTO_TEST_CASE(jitter_takes_up_to_a_quarter_away) {
    retry_state most;
    BOOST_TEST((next(most, verdict::try_again, 1.0) == 750ms));
    retry_state half;
    BOOST_TEST((next(half, verdict::try_again, 0.5) == 875ms));
}

BOOST_AUTO_TEST_CASE(a_server_that_names_a_wait_is_heeded) {
    retry_state state;
    BOOST_TEST((state.next(verdict::try_again, 30s, 1.0, plenty) == 30s));
    BOOST_TEST((state.next(verdict::try_again, 0ms, 0.0, plenty) == 0ms));
}

BOOST_AUTO_TEST_CASE(a_wait_beyond_the_time_left_fails_the_call_at_once) {
    retry_state state;
    BOOST_TEST((state.next(verdict::try_again, 2s, 0.0, 3s) == 2s));
    BOOST_TEST(!state.next(verdict::try_again, 3s, 0.0, 3s));
    retry_state other;
    BOOST_TEST(!other.next(verdict::try_again, std::nullopt, 0.0, 900ms));
}

BOOST_AUTO_TEST_CASE(a_timeout_is_tried_once_more) {
    retry_state state;
    BOOST_TEST(next(state, verdict::timed_out).has_value());
    BOOST_TEST(!next(state, verdict::timed_out));

    retry_state mixed;
    BOOST_TEST(next(mixed, verdict::timed_out).has_value());
    BOOST_TEST(next(mixed, verdict::try_again).has_value());
    BOOST_TEST(!next(mixed, verdict::timed_out));
}

BOOST_AUTO_TEST_CASE(a_cut_off_reply_is_tried_once_more) {
    retry_state state;
    BOOST_TEST(next(state, verdict::truncated).has_value());
    BOOST_TEST(!next(state, verdict::truncated));
}

BOOST_AUTO_TEST_SUITE_END()
