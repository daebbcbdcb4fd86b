#include <signal.h>

#include <SQLiteCpp/Database.h>

#include <boost/json/array.hpp>
#include <boost/test/unit_test.hpp>

#include "test/support/installation.hpp"
#include "test/support/sample_text.hpp"

namespace json = boost::json;
using namespace examwright::test;

namespace {

std::int64_t recorded_calls(const installation& server) {
    SQLite::Database database((server.data() / "examwright.db").string());
    return database.execAndGet("SELECT count(*) FROM claude_calls").getInt64();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(restart)

BOOST_AUTO_TEST_CASE(a_job_goes_on_after_kill_9_and_pays_for_nothing_twice) {
    simulator_process claude(150);
    installation server(claude.url());
    const auto id = server.start_test(server.add_document(sample_text(20)), 12);
    claude.wait_for("reviews", 1);
    server.stop(SIGKILL);
    const auto recorded = recorded_calls(server);
    BOOST_TEST(recorded >= 1);
    claude.wait_for("abandoned", 1);
    const auto before = claude.stats().at("calls").as_int64();
    server.start();
    const auto test = server.wait_for_test(id);
    BOOST_TEST(text(test, "status") == "completed");
    BOOST_TEST(test.at("questions_generated").as_int64() == 12);
    BOOST_TEST(claude.stats().at("calls").as_int64() - before == 8 - recorded);
    BOOST_TEST(recorded_calls(server) == 8);
}

BOOST_AUTO_TEST_CASE(a_stop_records_the_calls_in_flight) {
    simulator_process claude(300);
    installation server(claude.url());
    const auto id = server.start_test(server.add_document(sample_text(20)), 12);
    claude.wait_for("in_flight", 4);
    server.process().signal(SIGTERM);
    BOOST_TEST(server.process().wait() == 0);
    BOOST_TEST(recorded_calls(server) == 4);
    BOOST_TEST(claude.stats().at("calls").as_int64() == 4);
    server.start();
    const auto test = server.wait_for_test(id);
    BOOST_TEST(text(test, "status") == "completed");
    BOOST_TEST(claude.stats().at("calls").as_int64() == 8);
}

BOOST_AUTO_TEST_CASE(an_idle_server_stops_at_once_and_keeps_everything) {
    installation server("");
    const auto id = server.start_test(server.add_document(sample_text(3)), 3);
    server.wait_for_test(id);
    server.process().signal(SIGTERM);
    BOOST_TEST(server.process().wait(std::chrono::seconds(2)) == 0);
    server.start();
    const auto test = server.api().get("/tests/" + id).json().as_object();
    BOOST_TEST(test.at("questions").as_array().size() == 3u);
}

BOOST_AUTO_TEST_CASE(an_offline_job_goes_on_after_kill_9) {
    installation server("");
    const auto id = server.start_test(server.add_document(sample_text(40)), 20);
    server.restart(SIGKILL);
    BOOST_TEST(text(server.wait_for_test(id), "status") == "completed");
}

BOOST_AUTO_TEST_SUITE_END()
