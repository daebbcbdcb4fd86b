#include <signal.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/test/unit_test.hpp>
#include <string>

#include "test/support/installation.hpp"
#include "test/support/raw_client.hpp"
#include "test/support/sample_text.hpp"

namespace json = boost::json;
using namespace examwright::test;

namespace {

/// The value of a sample, its labels as they are written.
double sample(const std::string& metrics, const std::string& name) {
    const auto at = metrics.find("\n" + name + " ");
    BOOST_TEST_REQUIRE(at != metrics.npos, name << " is not in\n" << metrics);
    return std::stod(metrics.substr(at + name.size() + 2));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(health_and_metrics)

BOOST_AUTO_TEST_CASE(a_poll_of_what_has_not_changed_costs_a_304) {
    installation server("");
    const auto test = server.start_test(server.add_document(sample_text(3)), 3);
    server.wait_for_test(test);
    const auto path = "/tests/" + test + "/status";
    const auto first = server.api().get(path);
    BOOST_TEST(first.headers.at("cache-control") == "private, no-cache");
    const auto tag = first.headers.at("etag");
    for (const std::string& known : {tag, "W/" + tag, "\"other\", " + tag, std::string("*")})
        for (const char* method : {"GET", "HEAD"}) {
            const auto again = server.api().request(method, path, {{"If-None-Match", known}});
            BOOST_TEST(again.status == 304, known);
            BOOST_TEST(again.body.empty());
            BOOST_TEST(again.headers.at("etag") == tag);
            BOOST_TEST(again.headers.count("content-length") == 0u);
            BOOST_TEST(again.headers.at("x-request-id").size() == 12u);
        }
    const auto changed = server.api().request("GET", path, {{"If-None-Match", "\"other\""}});
    BOOST_TEST(changed.status == 200);
    BOOST_TEST(changed.body == first.body);
    server.api().token.clear();  // who may not see it does not learn that it is the same
    BOOST_TEST(server.api().request("GET", path, {{"If-None-Match", tag}}).status == 401);
}

BOOST_AUTO_TEST_CASE(progress_changes_the_tag) {
    simulator_process claude(300);
    installation server(claude.url());
    const auto test = server.start_test(server.add_document(sample_text(3)), 3);
    const auto path = "/tests/" + test + "/status";
    std::string tag, body;
    for (bool ended = false; !ended;) {
        const auto reply = server.api().request("GET", path, {{"If-None-Match", tag}});
        BOOST_TEST_REQUIRE((reply.status == 200 || reply.status == 304));
        if (reply.status == 200) {
            BOOST_TEST(reply.body != body);
            BOOST_TEST(reply.headers.at("etag") != tag);
            tag = reply.headers.at("etag");
            body = reply.body;
            ended = text(reply.json().as_object(), "phase") == "done";
        }
    }
    BOOST_TEST(server.api().get(path).body == body);
}

BOOST_AUTO_TEST_CASE(metrics_are_for_an_admin_of_a_server_that_has_them_on) {
    installation off("");
    BOOST_TEST(off.api().get("/metrics").status == 404);
    installation on("", {{"EXAMWRIGHT_METRICS", "on"}, {"EXAMWRIGHT_REGISTRATION", "open"}});
    const auto reply = on.api().get("/metrics");
    BOOST_TEST(reply.status == 200);
    BOOST_TEST(reply.headers.at("content-type") == "text/plain; version=0.0.4; charset=utf-8");
    on.api().token.clear();
    BOOST_TEST(on.api().get("/metrics").status == 401);
    const json::object user{{"email", "user@example.org"}, {"password", "another horse"}};
    BOOST_TEST(on.api().post("/auth/register", user).status == 201);
    on.api().token = text(on.api().post("/auth/login", user).json().as_object(), "access_token");
    BOOST_TEST(on.api().get("/metrics").status == 403);
}

BOOST_AUTO_TEST_CASE(metrics_tell_what_was_done) {
    simulator_process claude(0, "429=0@1-1:write");
    installation server(claude.url(), {{"EXAMWRIGHT_METRICS", "on"}});
    const auto test = server.start_test(server.add_document(sample_text(3)), 3);
    server.wait_for_test(test);
    server.api().get("/tests/" + test);
    for (int i = 0; i < 5; ++i)
        server.api().get("/nowhere/" + std::to_string(i));
    const auto metrics = server.api().get("/metrics").body;
    const auto requests = [&](const std::string& labels) {
        return sample(metrics, "examwright_http_requests_total{" + labels + "}");
    };
    BOOST_TEST(requests(R"(method="POST",route="/tests/generate",status="202")") == 1);
    BOOST_TEST(requests(R"(method="GET",route="/tests/{id}",status="200")") >= 1);
    BOOST_TEST(requests(R"(method="-",route="-",status="404")") == 5);
    BOOST_TEST(sample(metrics,
                      "examwright_http_request_duration_seconds_count{method=\"POST\","
                      "route=\"/tests/generate\"}") == 1);
    BOOST_TEST(metrics.find(test) == metrics.npos);  // no path, no id
    BOOST_TEST(metrics.find("nowhere") == metrics.npos);
    const auto calls = [&](const std::string& kind, const std::string& outcome) {
        return sample(metrics,
                      "examwright_claude_requests_total{kind=\"" + kind + "\",outcome=\"" + outcome + "\"}");
    };
    BOOST_TEST(calls("write", "answered") >= 1);
    BOOST_TEST(calls("write", "rate_limited") == 1);
    BOOST_TEST(calls("review", "answered") >= 1);
    BOOST_TEST(calls("review", "server_error") == 0);
    for (const char* direction : {"input", "output"})
        BOOST_TEST(sample(metrics, std::string("examwright_claude_tokens_total{direction=\"") + direction +
                                       "\"}") > 0);
    BOOST_TEST(sample(metrics, "examwright_claude_cost_usd_total") > 0);
    BOOST_TEST(sample(metrics, "examwright_claude_slots_in_use") == 0);
    BOOST_TEST(sample(metrics, "examwright_claude_slots_waiting") == 0);
    BOOST_TEST(sample(metrics, "examwright_jobs{state=\"writing\"}") == 0);
    BOOST_TEST(sample(metrics, "examwright_tests_ended_total{status=\"completed\"}") == 1);
    BOOST_TEST(sample(metrics, "examwright_extractions_total{outcome=\"ready\"}") == 1);
    BOOST_TEST(sample(metrics, "examwright_extraction_duration_seconds_count") == 1);
    BOOST_TEST(sample(metrics, "examwright_database_size_bytes") > 4096);
    BOOST_TEST(sample(metrics, "examwright_http_connections") >= 1);
    BOOST_TEST(sample(metrics, "examwright_log_lines_dropped_total") == 0);
    BOOST_TEST(sample(metrics, "process_resident_memory_bytes") > 1e6);
}

BOOST_AUTO_TEST_CASE(metrics_tell_what_is_being_done) {
    simulator_process claude(60'000);
    installation server(claude.url(), {{"EXAMWRIGHT_METRICS", "on"}});
    const auto test = server.start_test(server.add_document(sample_text(20)), 12);
    claude.wait_for("in_flight", 4);
    const auto metrics = server.api().get("/metrics").body;
    BOOST_TEST(sample(metrics, "examwright_jobs{state=\"writing\"}") == 1);
    BOOST_TEST(sample(metrics, "examwright_claude_slots_in_use") == 4);
    server.api().post("/tests/" + test + "/cancel", json::object{});
}

BOOST_AUTO_TEST_CASE(readiness_ends_when_the_server_stops) {
    installation server("");
    raw_client late(server.port());
    late.send("GET /health/ready HTTP/1.1\r\nHost: localhost\r\n");
    BOOST_TEST(server.api().get("/health/ready").status == 200);
    server.process().signal(SIGTERM);
    while (server.log().find("stopping") == std::string::npos)
        ;
    late.send("\r\n");
    const auto reply = late.read();
    BOOST_TEST(reply.status == 503);
    BOOST_TEST(reply.headers.at("retry-after") == "5");
    BOOST_TEST(reply.headers.at("connection") == "close");
    BOOST_TEST(server.process().wait() == 0);
}

BOOST_AUTO_TEST_CASE(a_page_elsewhere_may_call_where_that_is_set) {
    installation server("", {{"EXAMWRIGHT_CORS_ORIGINS", "https://app.example.org"}});
    const auto reply =
        server.api().request("GET", "/tests/x/status", {{"Origin", "https://app.example.org"}});
    BOOST_TEST(reply.status == 404);
    BOOST_TEST(reply.headers.at("access-control-allow-origin") == "https://app.example.org");
    const auto other = server.api().request("GET", "/health", {{"Origin", "https://evil.example"}});
    BOOST_TEST(other.headers.count("access-control-allow-origin") == 0u);
    child_process refused(EXAMWRIGHT_BINARY, {"serve", "--cors-origins", "app.example.org"});
    BOOST_TEST(refused.wait() == 2);
}

BOOST_AUTO_TEST_SUITE_END()
