#include <signal.h>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

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

BOOST_AUTO_TEST_CASE(a_job_that_brings_the_server_down_is_not_begun_for_ever) {
    simulator_process claude(0, "hang:review");
    installation server(claude.url());
    const auto id = server.start_test(server.add_document(sample_text(20)), 12);
    for (int life = 1; life <= 3; ++life) {
        claude.wait_for("reviews", 4 * life);
        server.stop(SIGKILL);
        claude.wait_for("abandoned", 4 * life);
        server.start();
    }
    const auto test = server.wait_for_test(id);
    BOOST_TEST(text(test, "status") == "failed");
    BOOST_TEST(text(test, "failure_reason").find("stopped three times") != std::string::npos);
    BOOST_TEST(claude.stats().at("calls").as_int64() == 4 + 3 * 4);
    const auto& dropped = test.at("dropped").as_array();
    BOOST_REQUIRE(dropped.size() == 1u);  // what was written, and never reviewed
    BOOST_TEST(text(dropped[0].as_object(), "reason") == "it could not be reviewed");
    BOOST_TEST(dropped[0].at("count").as_int64() == 15);
}

BOOST_AUTO_TEST_CASE(a_server_that_is_stopped_well_begins_a_job_as_often_as_need_be) {
    simulator_process claude(0, "529");  // no call is answered: the job rests between its attempts
    installation server(claude.url());
    const auto id = server.start_test(server.add_document(sample_text(20)), 12);
    claude.wait_for("calls", 4);
    for (int stop = 1; stop <= 4; ++stop) {
        server.restart(SIGTERM);
        claude.wait_for("calls", claude.stats().at("calls").as_int64() + 4);
    }
    BOOST_TEST(text(server.status(id), "status") == "generating");
    BOOST_TEST(server.api().post("/tests/" + id + "/cancel", json::object{}).status == 200);
}

BOOST_AUTO_TEST_CASE(a_test_that_nobody_works_at_is_ended_when_it_is_read) {
    simulator_process claude;
    installation server(claude.url());
    const auto left = [&](const char* age) {  // its writes recorded, and no review
        const auto id = server.start_test(server.add_document(sample_text(5)), 5);
        server.wait_for_test(id);
        SQLite::Database database((server.data() / "examwright.db").string(), SQLite::OPEN_READWRITE, 5000);
        SQLite::Statement undo(
            database,
            "UPDATE generated_tests SET status = 'generating', phase = 'reviewing', ended_at = NULL, "
            "created_at = datetime('now', ?2), updated_at = datetime('now', ?2) "
            "WHERE id = ?1");
        undo.bind(1, id);
        undo.bind(2, age);
        undo.exec();
        database.exec("DELETE FROM questions");
        database.exec("DELETE FROM claude_calls WHERE kind = 'review'");
        return id;
    };
    const auto listed = left("-21 minutes");
    const auto items = server.api().get("/tests").json().at("items").as_array();
    BOOST_TEST(text(items.at(0).as_object(), "id") == listed);
    BOOST_TEST(text(items.at(0).as_object(), "status") == "failed");
    const auto opened = left("-21 minutes");
    BOOST_TEST(text(server.api().get("/tests/" + opened).json().as_object(), "status") == "failed");
    const auto young = left("-19 minutes");
    BOOST_TEST(text(server.api().get("/tests/" + young).json().as_object(), "status") == "generating");
    const auto old = left("-61 minutes");
    server.restart(SIGTERM);
    BOOST_TEST(text(server.wait_for_test(old), "status") == "failed");  // too old to be gone on with
    BOOST_TEST(text(server.wait_for_test(young), "status") == "completed");
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
