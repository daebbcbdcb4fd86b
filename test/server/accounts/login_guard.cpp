#include "server/accounts/login_guard.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

using namespace examwright;
using namespace std::chrono_literals;

namespace {

struct guard_fixture {
    examwright::login_guard::time_point now{1'000'000s};
    examwright::login_guard guard{[this] { return now; }};

    /// Whether the attempt was let through.
    bool attempt(const std::string& address, const std::string& account, bool right) {
        http_request request;
        request.client = address;
        auto begun = guard.begin(request, account);
        if (begun && right)
            begun->succeeded();
        return begun.has_value();
    }
    void wrong(int times, const std::string& address, const std::string& account) {
        for (int i = 0; i < times; ++i)
            BOOST_TEST(attempt(address, account, false));
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(login_guard, guard_fixture)

BOOST_AUTO_TEST_CASE(ten_wrong_passwords_for_an_account_are_enough_from_wherever) {
    wrong(5, "192.0.2.1", "a");
    wrong(5, "192.0.2.2", "A");
    BOOST_TEST(!attempt("192.0.2.3", "a", true));
    BOOST_TEST(attempt("192.0.2.1", "b", true));
    now += 15min;
    BOOST_TEST(attempt("192.0.2.1", "a", true));
}

BOOST_AUTO_TEST_CASE(typos_of_a_class_lock_nobody_out) {
    for (int pupil = 0; pupil < 30; ++pupil)
        wrong(1, "192.0.2.1", "pupil" + std::to_string(pupil));
    BOOST_TEST(attempt("192.0.2.1", "teacher", true));
    BOOST_TEST(!attempt("192.0.2.1", "pupil1", true));  // guessed at, from an address over its limit
    BOOST_TEST(attempt("192.0.2.2", "pupil1", true));
}

BOOST_AUTO_TEST_CASE(an_address_may_mistype_more_the_more_accounts_sign_in_from_it) {
    for (int pupil = 0; pupil < 30; ++pupil)
        BOOST_TEST(attempt("192.0.2.1", "pupil" + std::to_string(pupil), true));
    for (int pupil = 0; pupil < 30; ++pupil)
        wrong(9, "192.0.2.1", "pupil" + std::to_string(pupil));
    for (int pupil = 0; pupil < 30; ++pupil)
        BOOST_TEST(attempt("192.0.2.1", "pupil" + std::to_string(pupil), true));
}

BOOST_AUTO_TEST_CASE(an_ipv6_client_is_counted_by_its_network) {
    for (int i = 0; i < 10; ++i)
        wrong(1, "2001:db8::" + std::to_string(i), "a" + std::to_string(i));
    BOOST_TEST(!attempt("2001:db8::ffff:1", "a1", true));
    BOOST_TEST(attempt("2001:db8:0:1::1", "a1", true));
    BOOST_TEST(address_key("2001:db8:1:2:3:4:5:6") == "2001:db8:1:2::/64");
    BOOST_TEST(address_key("192.0.2.1") == "192.0.2.1");
}

BOOST_AUTO_TEST_CASE(who_is_hidden_by_a_proxy_is_counted_by_account_alone) {
    for (int i = 0; i < 30; ++i)
        wrong(1, "", "a" + std::to_string(i));
    BOOST_TEST(attempt("", "a1", true));
    wrong(10, "", "b");
    BOOST_TEST(!attempt("", "b", true));
}

BOOST_AUTO_TEST_CASE(an_attempt_counts_from_its_beginning) {
    http_request request;
    request.client = "192.0.2.1";
    std::vector<result<examwright::login_guard::attempt>> at_once;
    for (int i = 0; i < 12; ++i)
        at_once.push_back(guard.begin(request, "a"));
    BOOST_TEST(at_once[9].has_value());
    BOOST_TEST(at_once[10].has_error());
    for (int i = 0; i < 10; ++i)
        at_once[static_cast<std::size_t>(i)]->succeeded();
    BOOST_TEST(attempt("192.0.2.1", "a", true));
}

BOOST_AUTO_TEST_CASE(made_up_accounts_do_not_free_the_one_that_is_guessed_at) {
    wrong(10, "192.0.2.1", "a");
    for (int i = 0; i < 9'000; ++i)
        wrong(1, "192.0.2." + std::to_string(i % 200), "made up " + std::to_string(i));
    BOOST_TEST(!attempt("198.51.100.1", "a", true));
}

BOOST_AUTO_TEST_SUITE_END()
