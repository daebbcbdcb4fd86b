#include "server/jobs/job_runner.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <exception>

#include "test/support/scripted_job.hpp"

using namespace examwright;
using namespace examwright::test;
using namespace std::chrono_literals;
namespace asio = boost::asio;

BOOST_FIXTURE_TEST_SUITE(job_runner, scripted_job)

BOOST_AUTO_TEST_CASE(several_wait_for_the_same_end_each_with_a_limit_of_its_own) {
    auto hang = [](scripted_peer& peer) -> asio::awaitable<void> { co_await peer.until_closed(); };
    scripted_server server(context, {20, hang});
    const auto id = new_test(3);
    const auto user = user_store(database).find_by_email("teacher@example.org")->user.id;
    database_thread on_thread(file);
    claude_client client(way_to(server));
    priority_semaphore slots;
    asio::thread_pool workers{1};
    examwright::job_runner jobs(
        {asio::make_strand(context), on_thread, workers, client, slots, log, settings, system_time});
    bool patient_woke = false;
    auto on_patient = [&](std::exception_ptr, bool) { patient_woke = true; };
    auto whole = [&]() -> asio::awaitable<void> {
        jobs.start(*generated_test_store(database).find(id, user));
        auto patient = jobs.wait_until_ended(id, 50s);
        asio::co_spawn(context, std::move(patient), on_patient);
        for (int i = 0; i < 2; ++i) {
            const bool ended = co_await jobs.wait_until_ended(id, 5ms);
            BOOST_TEST(!ended);
        }
        BOOST_TEST(!patient_woke);
        jobs.cancel(id);
        const bool ended = co_await jobs.wait_until_ended(id, 50s);
        BOOST_TEST(ended);
        co_await jobs.stop(0s);
    };
    run_coroutine(context, whole());
    while (!patient_woke)
        BOOST_REQUIRE(context.run_one_for(10s) == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
