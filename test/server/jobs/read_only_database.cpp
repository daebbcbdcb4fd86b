// A job whose database can't be written: from its start, from the midst of it, until the server stops.
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/test/unit_test.hpp>
#include <functional>
#include <string>

#include "server/simulator/simulator.hpp"
#include "test/support/database_checks.hpp"
#include "test/support/log_pipe.hpp"
#include "test/support/scripted_job.hpp"

using namespace examwright;
using namespace examwright::test;
using namespace std::chrono_literals;
namespace asio = boost::asio;
using asio::awaitable;

BOOST_AUTO_TEST_SUITE(read_only_database)

namespace {

struct read_only_database_fixture : scripted_job {
    asio::thread_pool pool{1};
    asio::thread_pool waiting{1};
    log_pipe lines;
    logger to_pipe{log_level::error, logger::format::text, lines.write_end()};
    // Slow enough that a call is seen in flight, and its answer finds the database as it was left.
    simulator author{context.get_executor(), pool, log, {.latency = 300ms}};
    claude_settings way;
    priority_semaphore slots;

    read_only_database_fixture() {
        way.base_url = "http://127.0.0.1:" + std::to_string(author.listen());
        way.api_key = "any";
    }
    ~read_only_database_fixture() {
        auto stop = [this]() -> awaitable<void> { co_await author.stop(); };
        run_coroutine(context, stop());
        pool.join();
    }

    /// What the machine does to the file, done to the connection.
    static awaitable<void> set_read_only(database_thread& thread, bool on) {
        auto set = [on](SQLite::Database& db) {
            db.exec(on ? "PRAGMA query_only = ON" : "PRAGMA query_only = OFF");
        };
        co_await thread.run(std::move(set));
    }

    static awaitable<void> until(std::function<bool()> reached) {
        asio::steady_timer timer(co_await asio::this_coro::executor);
        while (!reached()) {
            timer.expires_after(1ms);
            co_await timer.async_wait(asio::use_awaitable);
        }
    }

    /// Waits for an error with these words.
    awaitable<std::string> logged(std::string words) {
        auto read_lines = [this, words] { return lines.line_with(words); };
        co_return co_await run_on(waiting, std::move(read_lines));
    }

    std::int64_t recorded() { return database.execAndGet("SELECT count(*) FROM claude_calls").getInt64(); }
    generated_test_record read(const std::string& id) {
        const auto user = user_store(database).find_by_email("teacher@example.org")->user.id;
        return *generated_test_store(database).find(id, user);
    }
    job_services services(database_thread& thread, claude_client& client) {
        return {asio::make_strand(context), thread, pool, client, slots, to_pipe, settings, system_time};
    }
};

}  // namespace

BOOST_FIXTURE_TEST_CASE(a_job_begins_when_its_start_can_be_written, read_only_database_fixture) {
    const auto id = new_test(3);
    database_thread thread(file);
    claude_client client(way);
    job_runner jobs(services(thread, client));
    auto whole = [&]() -> awaitable<void> {
        co_await set_read_only(thread, true);
        co_await jobs.resume_unfinished();
        const auto line = co_await logged("could not begin");
        BOOST_TEST(line.find(id) != line.npos);
        BOOST_TEST(author.counts().calls == 0);
        co_await set_read_only(thread, false);
        co_await jobs.wait_until_ended(id, 50s);
        co_await jobs.stop(0s);
    };
    run_coroutine(context, whole());
    BOOST_TEST(read(id).status == "completed");
    BOOST_TEST(author.counts().calls == 2);
}

BOOST_FIXTURE_TEST_CASE(an_answer_waits_until_it_can_be_recorded, read_only_database_fixture) {
    const auto id = new_test(3);
    database_thread thread(file);
    claude_client client(way);
    job_runner jobs(services(thread, client));
    auto whole = [&]() -> awaitable<void> {
        jobs.start(read(id));
        auto in_flight = [&] { return author.counts().in_flight > 0; };
        co_await until(in_flight);
        co_await set_read_only(thread, true);
        auto answered = [&] { return author.counts().in_flight == 0; };
        co_await until(answered);
        const auto line = co_await logged("not recorded");
        BOOST_TEST(line.find(id) != line.npos);
        BOOST_TEST(recorded() == 0);
        BOOST_TEST(read(id).unfinished());
        co_await set_read_only(thread, false);
        co_await jobs.wait_until_ended(id, 50s);
        co_await jobs.stop(0s);
    };
    run_coroutine(context, whole());
    BOOST_TEST(read(id).status == "completed");
    BOOST_TEST(author.counts().calls == 2);
    BOOST_TEST(recorded() == 2);
    check_database(file);
}

BOOST_FIXTURE_TEST_CASE(a_server_that_stops_meanwhile_goes_on_at_its_next_start, read_only_database_fixture) {
    const auto id = new_test(3);
    for (const bool writable : {false, true}) {
        database_thread thread(file);
        claude_client client(way);
        job_runner jobs(services(thread, client));
        auto whole = [&]() -> awaitable<void> {
            co_await set_read_only(thread, !writable);
            co_await jobs.resume_unfinished();
            if (writable)
                co_await jobs.wait_until_ended(id, 50s);
            co_await jobs.stop(0s);
        };
        run_coroutine(context, whole());
        BOOST_TEST(read(id).status == (writable ? "completed" : "pending"));
    }
    BOOST_TEST(author.counts().calls == 2);
    check_database(file);
}

BOOST_AUTO_TEST_SUITE_END()
