#include "server/runtime/run_on.hpp"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/test/unit_test.hpp>
#include <future>
#include <stdexcept>
#include <thread>

#include "test/support/run_coroutine.hpp"

namespace asio = boost::asio;

BOOST_AUTO_TEST_SUITE(run_on)

BOOST_AUTO_TEST_CASE(resumes_on_its_own_thread_with_what_the_function_returned) {
    asio::io_context context(1);
    asio::thread_pool pool(1);
    std::thread::id worker;
    auto function = [&] {
        worker = std::this_thread::get_id();
        return std::string("done");
    };
    auto task = [&]() -> asio::awaitable<void> {
        auto text = co_await examwright::run_on(pool, function);
        BOOST_TEST(text == "done");
        BOOST_TEST((std::this_thread::get_id() != worker));
    };
    examwright::test::run_coroutine(context, task());
    pool.join();
}

BOOST_AUTO_TEST_CASE(what_the_function_throws_is_thrown_to_the_caller) {
    asio::io_context context(1);
    asio::thread_pool pool(1);
    auto function = [] { throw std::runtime_error("no"); };
    auto task = [&]() -> asio::awaitable<void> { co_await examwright::run_on(pool, function); };
    BOOST_CHECK_THROW(examwright::test::run_coroutine(context, task()), std::runtime_error);
    pool.join();
}

BOOST_AUTO_TEST_CASE(a_caller_that_is_cancelled_meanwhile_lets_the_function_end) {
    asio::io_context context(1);
    asio::thread_pool pool(2);
    std::promise<void> begun, go_on;
    bool ended = false;
    bool returned = false;
    auto function = [&] {
        begun.set_value();
        go_on.get_future().wait();
        ended = true;
    };
    auto task = [&]() -> asio::awaitable<void> {
        co_await examwright::run_on(pool, function);
        returned = true;
    };
    asio::cancellation_signal stop;
    auto on_end = [](std::exception_ptr) {};
    asio::co_spawn(context, task(), asio::bind_cancellation_slot(stop.slot(), on_end));
    context.poll();
    begun.get_future().wait();
    stop.emit(asio::cancellation_type::terminal);
    // Behind whatever the cancellation has sent to the pool, whose other thread is free.
    asio::post(pool, [&] { go_on.set_value(); });
    context.run();
    pool.join();
    BOOST_TEST(ended);
    BOOST_TEST(returned);
}

BOOST_AUTO_TEST_SUITE_END()
