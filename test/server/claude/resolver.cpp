#include "server/claude/resolver.hpp"

#include <algorithm>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/test/unit_test.hpp>
#include <exception>

#include "test/support/run_coroutine.hpp"

using namespace examwright;
using namespace examwright::test;
namespace asio = boost::asio;
using asio::awaitable;

BOOST_AUTO_TEST_SUITE(resolver)

BOOST_AUTO_TEST_CASE(a_name_has_addresses) {
    asio::io_context context{1};
    auto find = [&]() -> awaitable<void> {
        const auto found = co_await look_up("localhost", "8000");
        BOOST_TEST(!found.empty());
        for (const auto& each : found) {
            BOOST_TEST(each.address().is_loopback());
            BOOST_TEST(each.port() == 8000);
        }
    };
    run_coroutine(context, find());
}

BOOST_AUTO_TEST_CASE(a_name_that_nobody_can_have_has_none) {
    asio::io_context context{1};
    auto find = [&]() -> awaitable<void> { co_await look_up(std::string(64, 'x') + ".invalid", "443"); };
    const auto names_it = [](const boost::system::system_error& e) {
        return std::string(e.what()).find("looking up xxx") != std::string::npos;
    };
    BOOST_CHECK_EXCEPTION(run_coroutine(context, find()), boost::system::system_error, names_it);
}

BOOST_AUTO_TEST_CASE(one_that_is_cancelled_is_left_behind) {
    asio::io_context context{1};
    asio::cancellation_signal cancel;
    boost::system::error_code told;
    auto find = [&]() -> awaitable<void> { co_await look_up("localhost", "443"); };
    auto on_end = [&](std::exception_ptr error) {
        try {
            if (error)
                std::rethrow_exception(error);
        } catch (const boost::system::system_error& e) {
            told = e.code();
        }
    };
    asio::co_spawn(context, find, asio::bind_cancellation_slot(cancel.slot(), on_end));
    context.poll_one();  // it has begun
    cancel.emit(asio::cancellation_type::terminal);
    context.run();  // to its end, with nothing left to wait for
    BOOST_TEST((told == asio::error::operation_aborted));
}

BOOST_AUTO_TEST_SUITE_END()
