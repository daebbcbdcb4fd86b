#include "server/runtime/priority_semaphore.hpp"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <memory>
#include <random>
#include <string>
#include <vector>

using namespace examwright;
namespace asio = boost::asio;

BOOST_AUTO_TEST_SUITE(priority_semaphore)

namespace {

using slots_type = ::examwright::priority_semaphore;

asio::awaitable<void> turn() {
    co_await asio::post(asio::use_awaitable);
}

/// Jobs that wait for a slot, keep it until they are told to go on, and can be cancelled.
struct priority_semaphore_fixture {
    struct job {
        asio::cancellation_signal cancel;
        slots_type::permit permit;
        bool got = false;
        bool failed = false;
    };

    job& start(call_priority priority, const std::string& name = {}) {
        auto& one = *jobs.emplace_back(std::make_unique<job>());
        auto on_end = [&one](std::exception_ptr error) { one.failed = error != nullptr; };
        asio::co_spawn(context, acquire(one, priority, name),
                       asio::bind_cancellation_slot(one.cancel.slot(), on_end));
        run();
        return one;
    }

    asio::awaitable<void> acquire(job& one, call_priority priority, std::string name) {
        one.permit = co_await slots.acquire(priority);
        one.got = true;
        order += name;
    }

    void run() {
        context.restart();
        context.poll();
    }

    slots_type slots{2};
    asio::io_context context{1};
    std::string order;
    std::vector<std::unique_ptr<job>> jobs;
};

}  // namespace

BOOST_FIXTURE_TEST_CASE(no_more_than_there_are_slots, priority_semaphore_fixture) {
    auto& first = start(call_priority::write);
    auto& second = start(call_priority::write);
    auto& third = start(call_priority::write);
    BOOST_TEST(first.got);
    BOOST_TEST(second.got);
    BOOST_TEST(!third.got);
    BOOST_TEST(slots.in_use() == 2u);
    BOOST_TEST(slots.waiting() == 1u);
    first.permit.release();
    run();
    BOOST_TEST(third.got);
    BOOST_TEST(slots.in_use() == 2u);
    second.permit.release();
    third.permit = {};
    BOOST_TEST(slots.in_use() == 0u);
}

BOOST_FIXTURE_TEST_CASE(reviews_before_writes_and_each_in_turn, priority_semaphore_fixture) {
    auto& first = start(call_priority::write, "");
    start(call_priority::write, "");
    start(call_priority::write, "w1 ");
    start(call_priority::review, "r1 ");
    start(call_priority::write, "w2 ");
    start(call_priority::review, "r2 ");
    first.permit.release();
    run();
    for (std::size_t i = 2; i < jobs.size(); ++i)
        for (auto& one : jobs)
            if (one->got && slots.waiting() > 0) {
                one->permit.release();
                run();
            }
    BOOST_TEST(order == "r1 r2 w1 w2 ");
}

BOOST_FIXTURE_TEST_CASE(one_who_leaves_is_passed_over, priority_semaphore_fixture) {
    auto& first = start(call_priority::write);
    start(call_priority::write);
    auto& leaver = start(call_priority::write);
    auto& patient = start(call_priority::write);
    leaver.cancel.emit(asio::cancellation_type::terminal);
    run();
    BOOST_TEST(leaver.failed);
    BOOST_TEST(slots.waiting() == 1u);
    first.permit.release();
    run();
    BOOST_TEST(patient.got);
}

BOOST_FIXTURE_TEST_CASE(a_slot_granted_to_one_who_leaves_in_the_same_turn_is_passed_on,
                        priority_semaphore_fixture) {
    for (const bool release_first : {true, false}) {
        auto& holder = start(call_priority::review);
        auto& other = start(call_priority::review);
        auto& leaver = start(call_priority::review);
        auto& patient = start(call_priority::write);
        auto both = [&] {
            if (release_first)
                holder.permit.release();
            leaver.cancel.emit(asio::cancellation_type::terminal);
            if (!release_first)
                holder.permit.release();
        };
        asio::post(context, both);  // on the loop, where a cancellation acts at once
        run();
        BOOST_TEST(!leaver.got);
        BOOST_TEST(leaver.failed);
        BOOST_TEST(patient.got);
        BOOST_TEST(slots.in_use() == 2u);
        other.permit.release();
        patient.permit.release();
        BOOST_TEST(slots.in_use() == 0u);
    }
}

BOOST_AUTO_TEST_CASE(one_destroyed_while_waiting_loses_nothing) {
    slots_type slots(1);
    {
        asio::io_context context(1);
        auto wait = [&]() -> asio::awaitable<void> {
            auto permit = co_await slots.acquire(call_priority::write);
            co_await turn();
        };
        auto fail = [](std::exception_ptr) { BOOST_ERROR("no one may end here"); };
        auto holder = std::make_unique<slots_type::permit>();
        auto hold = [&]() -> asio::awaitable<void> {
            *holder = co_await slots.acquire(call_priority::write);
        };
        auto on_held = [](std::exception_ptr) {};
        asio::co_spawn(context, hold, on_held);
        asio::co_spawn(context, wait, fail);
        asio::co_spawn(context, wait, fail);
        context.poll();
        BOOST_TEST(slots.waiting() == 2u);
        holder.reset();  // granted to the first in line, which is destroyed before it has woken
        BOOST_TEST(slots.in_use() == 1u);
    }
    BOOST_TEST(slots.in_use() == 0u);
    BOOST_TEST(slots.waiting() == 0u);
}

BOOST_AUTO_TEST_CASE(nothing_is_lost_among_two_hundred) {
    for (unsigned seed = 1; seed <= 20; ++seed) {
        std::mt19937 random(seed);
        const auto up_to = [&](unsigned most) { return static_cast<unsigned>(random() % (most + 1)); };
        slots_type slots(4);
        asio::io_context context(1);
        std::size_t most_in_use = 0;
        int served = 0;
        int ended = 0;
        auto job = [&](call_priority priority, unsigned before, unsigned during,
                       bool throws) -> asio::awaitable<void> {
            for (unsigned i = 0; i < before; ++i)
                co_await turn();
            auto permit = co_await slots.acquire(priority);
            most_in_use = std::max(most_in_use, slots.in_use());
            for (unsigned i = 0; i < during; ++i)
                co_await turn();
            if (throws)
                throw std::runtime_error("a call that failed");
            ++served;
        };
        auto on_end = [&](std::exception_ptr) { ++ended; };
        std::vector<std::unique_ptr<asio::cancellation_signal>> signals;
        for (int i = 0; i < 200; ++i) {
            auto& signal = *signals.emplace_back(std::make_unique<asio::cancellation_signal>());
            const auto priority = up_to(1) ? call_priority::write : call_priority::review;
            asio::co_spawn(context, job(priority, up_to(20), up_to(5), up_to(9) == 0),
                           asio::bind_cancellation_slot(signal.slot(), on_end));
        }
        int cancelled = 0;
        auto canceller = [&]() -> asio::awaitable<void> {
            for (int i = 0; i < 60; ++i) {
                const auto turns = up_to(3);
                for (unsigned t = 0; t < turns; ++t)
                    co_await turn();
                signals[up_to(199)]->emit(asio::cancellation_type::terminal);
                ++cancelled;
            }
        };
        auto on_cancelled = [](std::exception_ptr error) { BOOST_TEST(!error); };
        asio::co_spawn(context, canceller, on_cancelled);
        context.run();
        BOOST_TEST(ended == 200);
        BOOST_TEST(cancelled == 60);
        BOOST_TEST(served >= 200 - 60 - 60);
        BOOST_TEST(most_in_use == 4u);
        BOOST_TEST(slots.in_use() == 0u);
        BOOST_TEST(slots.waiting() == 0u);
    }
}

BOOST_FIXTURE_TEST_CASE(a_pause_holds_all_back_and_ends_by_itself, priority_semaphore_fixture) {
    auto& holder = start(call_priority::write, "h");
    auto& waits_before = start(call_priority::write, "a");
    auto& behind = start(call_priority::write, "b");
    auto& last = start(call_priority::write, "c");
    const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(50);
    slots.pause(until);
    slots.pause(until - std::chrono::milliseconds(40));  // the later one holds
    auto& review = start(call_priority::review, "r");
    holder.permit.release();
    waits_before.permit.release();
    run();
    BOOST_TEST(!behind.got);
    BOOST_TEST(!review.got);
    BOOST_TEST(slots.in_use() == 0u);
    context.restart();
    while (!(behind.got && review.got))
        BOOST_REQUIRE(context.run_one_for(std::chrono::seconds(10)) == 1u);
    BOOST_TEST((std::chrono::steady_clock::now() >= until));
    BOOST_TEST(!last.got);
    BOOST_TEST(slots.in_use() == 2u);
}

BOOST_FIXTURE_TEST_CASE(who_is_cancelled_in_a_pause_leaves_no_trace, priority_semaphore_fixture) {
    slots.pause(std::chrono::steady_clock::now() + std::chrono::hours(1));
    auto& one = start(call_priority::write);
    one.cancel.emit(asio::cancellation_type::terminal);
    run();
    BOOST_TEST(one.failed);
    BOOST_TEST(slots.waiting() == 0u);
    BOOST_TEST(slots.in_use() == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
