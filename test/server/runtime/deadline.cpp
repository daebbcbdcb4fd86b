#include "server/runtime/deadline.hpp"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/test/unit_test.hpp>
#include <stdexcept>

#include "test/support/run_coroutine.hpp"

using namespace examwright;
using namespace examwright::test;
using namespace std::chrono_literals;
namespace asio = boost::asio;
using asio::awaitable;

BOOST_AUTO_TEST_SUITE(deadline)

namespace {

constexpr auto never = std::chrono::hours(24);  // a test that waits for it fails by its own limit

struct deadline_fixture {
    asio::io_context context{1};
    bool unwound = false;  // the operation's scope has been left

    awaitable<void> hang() {
        struct on_leave {
            bool& left;
            ~on_leave() { left = true; }
        };
        const on_leave guard{unwound};
        asio::steady_timer timer(context, never);
        co_await timer.async_wait(asio::use_awaitable);
    }

    static awaitable<void> end_at_once() { co_return; }

    static awaitable<void> fail() {
        co_await asio::post(asio::use_awaitable);
        throw std::runtime_error("its own fault");
    }

    bool run(awaitable<void> operation, std::chrono::steady_clock::duration limit) {
        bool in_time = false;
        auto one = [&]() -> awaitable<void> {
            in_time = co_await with_deadline(std::move(operation), limit);
        };
        run_coroutine(context, one());
        return in_time;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_CASE(what_ends_in_time, deadline_fixture) {
    BOOST_TEST(run(end_at_once(), never));
}

BOOST_FIXTURE_TEST_CASE(what_does_not_is_cancelled, deadline_fixture) {
    BOOST_TEST(!run(hang(), 10ms));
    BOOST_TEST(unwound);
}

BOOST_FIXTURE_TEST_CASE(what_throws_is_heard_of_at_once, deadline_fixture) {
    const auto own = [](const std::runtime_error& e) { return e.what() == std::string("its own fault"); };
    BOOST_CHECK_EXCEPTION(run(fail(), never), std::runtime_error, own);
}

BOOST_FIXTURE_TEST_CASE(one_deadline_within_another, deadline_fixture) {
    bool outer = true;
    auto nested = [&]() -> awaitable<void> { co_await with_deadline(hang(), never); };
    outer = run(nested(), 10ms);
    BOOST_TEST(!outer);
    BOOST_TEST(unwound);
}

BOOST_FIXTURE_TEST_CASE(a_caller_that_is_cancelled, deadline_fixture) {
    asio::cancellation_signal cancel;
    std::exception_ptr thrown;
    auto one = [&]() -> awaitable<void> { co_await with_deadline(hang(), never); };
    auto on_end = [&](std::exception_ptr error) { thrown = error; };
    asio::co_spawn(context, one, asio::bind_cancellation_slot(cancel.slot(), on_end));
    context.poll();
    BOOST_TEST(!unwound);
    cancel.emit(asio::cancellation_type::terminal);
    context.run();
    BOOST_TEST(unwound);
    BOOST_TEST_REQUIRE((thrown != nullptr));
    const auto aborted = [](const boost::system::system_error& e) {
        return e.code() == asio::error::operation_aborted;
    };
    BOOST_CHECK_EXCEPTION(std::rethrow_exception(thrown), boost::system::system_error, aborted);
}

BOOST_AUTO_TEST_SUITE_END()
