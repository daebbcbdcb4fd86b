// What a job's requests and starts are counted as, whatever becomes of them.
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <functional>
#include <string>

#include "db/spending_store.hpp"
#include "server/simulator/simulator.hpp"
#include "test/support/scripted_job.hpp"

using namespace examwright;
using namespace examwright::test;
using namespace std::chrono_literals;
namespace asio = boost::asio;
using asio::awaitable;

namespace {

struct accounting_fixture : scripted_job {
    asio::thread_pool pool{2};
    simulator author{context.get_executor(), pool, log, {.latency = 300ms}};
    claude_settings way;
    std::string user = add_user("asha@example.org");

    accounting_fixture() {
        way.base_url = "http://127.0.0.1:" + std::to_string(author.listen());
        way.api_key = "any";
    }
    ~accounting_fixture() {
        auto stop = [this]() -> awaitable<void> { co_await author.stop(); };
        run_coroutine(context, stop());
        pool.join();
    }

    generated_test_record add_test() {
        const auto document = add_document(user);
        document_store(database).set_ready(
            document, {.text = sample_text(1).substr(0, 1400), .characters = 1400, .words = 200}, now);
        generated_test_record test;
        test.user_id = user;
        test.document_id = document;
        test.target_questions = 3;
        test.model = "claude-sonnet-5-5";
        test.created_at = test.updated_at = system_time();
        return job_store(database).create(test).value();
    }

    awaitable<void> until(std::function<bool()> reached) {
        asio::steady_timer timer(context);
        while (!reached()) {
            timer.expires_after(1ms);
            co_await timer.async_wait(asio::use_awaitable);
        }
    }
    awaitable<void> until_in_flight() {
        auto in_flight = [this] { return author.counts().in_flight > 0; };
        co_await until(in_flight);
    }

    /// Runs this with a runner of jobs, so many calls at once.
    void with_jobs(std::size_t calls, std::function<awaitable<void>(job_runner&)> body) {
        database_thread thread(file);
        claude_client client(way);
        priority_semaphore slots(calls);
        job_runner jobs(
            {asio::make_strand(context), thread, pool, client, slots, log, settings, system_time});
        auto whole = [&]() -> awaitable<void> {
            co_await body(jobs);
            co_await jobs.stop(0s);
        };
        run_coroutine(context, whole());
    }

    double spent() { return spending_store(database).spent(system_time()); }
    int starts(const generated_test_record& test) { return job_store(database).starts(test.id); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(job_accounting, accounting_fixture)

BOOST_AUTO_TEST_CASE(a_request_that_is_cancelled_in_flight_is_spent_as_expected) {
    const auto test = add_test();
    with_jobs(4, [&](job_runner& jobs) -> awaitable<void> {
        jobs.start(test);
        co_await until_in_flight();
        BOOST_TEST(spent() > 0);
        jobs.cancel(test.id);
        co_await jobs.wait_until_ended(test.id, 20s);
    });
    BOOST_TEST(spent() > 0);
    BOOST_TEST(author.counts().calls == 1);
}

BOOST_AUTO_TEST_CASE(a_deleted_tests_request_is_spent_all_the_same) {
    const auto test = add_test();
    with_jobs(4, [&](job_runner& jobs) -> awaitable<void> {
        jobs.start(test);
        co_await until_in_flight();
        generated_test_store(database).remove(test.id, user);
        jobs.cancel(test.id);
        co_await jobs.wait_until_ended(test.id, 20s);
    });
    BOOST_TEST(spent() > 0);
}

BOOST_AUTO_TEST_CASE(an_answered_request_is_spent_as_it_was_counted) {
    const auto test = add_test();
    with_jobs(4, [&](job_runner& jobs) -> awaitable<void> {
        jobs.start(test);
        co_await jobs.wait_until_ended(test.id, 20s);
    });
    const auto ended = *generated_test_store(database).find(test.id, user);
    BOOST_TEST(ended.status == "completed");
    BOOST_TEST(std::abs(spent() - ended.cost_usd.value()) < 1e-9);
    BOOST_TEST(database.execAndGet("SELECT sum(input_tokens) FROM spending").getInt64() ==
               ended.input_tokens.value());
    BOOST_TEST(database.execAndGet("SELECT sum(calls) FROM spending").getInt() == author.counts().calls);
}

BOOST_AUTO_TEST_CASE(a_request_that_found_no_server_costs_nothing) {
    way.base_url = "http://127.0.0.1:1";
    settings.budget = 2s;
    const auto test = add_test();
    with_jobs(4, [&](job_runner& jobs) -> awaitable<void> {
        jobs.start(test);
        co_await jobs.wait_until_ended(test.id, 20s);
    });
    BOOST_TEST(generated_test_store(database).find(test.id, user)->status == "failed");
    BOOST_TEST(std::abs(spent()) < 1e-9);
}

BOOST_AUTO_TEST_CASE(a_test_that_waits_for_a_slot_has_not_started) {
    const auto first = add_test();
    const auto second = add_test();
    with_jobs(1, [&](job_runner& jobs) -> awaitable<void> {
        jobs.start(first);
        co_await until_in_flight();
        jobs.start(second);
        jobs.start(second);  // a double is refused
        const bool ended = co_await jobs.wait_until_ended(second.id, 50ms);
        BOOST_TEST(!ended);
        BOOST_TEST(starts(first) == 1);
        BOOST_TEST(starts(second) == 0);
    });
    BOOST_TEST(starts(first) == 0);  // a stop is no crash
    BOOST_TEST(generated_test_store(database).find(second.id, user)->status == "pending");
}

BOOST_AUTO_TEST_CASE(a_test_that_was_under_way_in_three_crashes_ends_and_the_others_go_on) {
    const auto guilty = add_test();
    const auto queued = add_test();
    for (int crash = 0; crash < 3; ++crash)
        job_store(database).count_start(guilty.id, system_time());
    with_jobs(1, [&](job_runner& jobs) -> awaitable<void> {
        co_await jobs.resume_unfinished();
        co_await jobs.wait_until_ended(guilty.id, 20s);
        co_await jobs.wait_until_ended(queued.id, 20s);
    });
    const auto ended = *generated_test_store(database).find(guilty.id, user);
    BOOST_TEST(ended.status == "failed");
    BOOST_TEST(ended.failure_reason.value_or("").find("three times") != std::string::npos);
    BOOST_TEST(generated_test_store(database).find(queued.id, user)->status == "completed");
}

BOOST_AUTO_TEST_CASE(an_error_that_does_not_pass_ends_the_test_with_its_reason) {
    const auto test = add_test();
    database.exec(
        "CREATE TRIGGER broken BEFORE INSERT ON claude_calls BEGIN SELECT RAISE(ABORT, 'no such luck'); END");
    with_jobs(4, [&](job_runner& jobs) -> awaitable<void> {
        jobs.start(test);
        const bool ended = co_await jobs.wait_until_ended(test.id, 20s);
        BOOST_TEST(ended);
    });
    BOOST_TEST(generated_test_store(database).find(test.id, user)->status == "failed");
}

BOOST_AUTO_TEST_CASE(questions_that_can_not_be_stored_end_the_test_with_the_reason) {
    const auto test = add_test();
    database.exec(
        "CREATE TRIGGER broken BEFORE INSERT ON questions BEGIN SELECT RAISE(ABORT, 'no such luck'); END");
    with_jobs(4, [&](job_runner& jobs) -> awaitable<void> {
        jobs.start(test);
        co_await jobs.wait_until_ended(test.id, 20s);
    });
    const auto ended = *generated_test_store(database).find(test.id, user);
    BOOST_TEST(ended.status == "failed");
    BOOST_TEST(ended.failure_reason.value_or("").find("no such luck") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
