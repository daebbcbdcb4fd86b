#include <boost/json/array.hpp>
#include <boost/test/unit_test.hpp>

#include "test/support/installation.hpp"
#include "test/support/sample_text.hpp"

namespace json = boost::json;
using namespace examwright::test;

namespace {

/// One chunk: one write call, one review.
std::string short_text() {
    return sample_text(1).substr(0, 1400);
}

struct run {
    json::object test;
    json::object stats;
};

run generate_against(const std::string& faults, const std::string& document, int questions) {
    simulator_process claude(0, faults);
    installation server(claude.url());
    const auto test = server.wait_for_test(server.start_test(server.add_document(document), questions));
    BOOST_TEST(server.log().find("test-key") == std::string::npos);
    return {test, claude.stats()};
}

std::int64_t calls(const run& run) {
    return run.stats.at("calls").as_int64();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(faults)

BOOST_AUTO_TEST_CASE(three_429_and_then_an_answer) {
    const auto result = generate_against("429=0@1-3:write", short_text(), 3);
    BOOST_TEST(text(result.test, "status") == "completed");
    BOOST_TEST(calls(result) == 5);
}

BOOST_AUTO_TEST_CASE(a_429_for_good_fails_the_test_with_a_reason) {
    const auto result = generate_against("429=0", sample_text(10), 12);
    BOOST_TEST(text(result.test, "status") == "failed");
    BOOST_TEST(text(result.test, "failure_reason").find("429") != std::string::npos);
    BOOST_TEST(calls(result) == 16);  // four groups, four attempts each, and no further round
}

BOOST_AUTO_TEST_CASE(a_429_for_good_after_some_answers_makes_it_partial) {
    const auto result = generate_against("429=0@2-100000:review", sample_text(10), 12);
    BOOST_TEST(text(result.test, "status") == "partial");
    const auto saved = result.test.at("questions_generated").as_int64();
    BOOST_TEST((saved > 0 && saved < 12));
    BOOST_TEST(result.test.at("questions").as_array().size() == static_cast<std::size_t>(saved));
    BOOST_TEST(text(result.test, "failure_reason").find("of 12 questions") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_passing_fault_costs_a_repetition) {
    for (const std::string fault :
         {"500@1:write", "529@1:review", "reset@1:write", "half@1:write", "half@1:review",
          "malformed@1:write", "malformed@1:review", "html@1:write"}) {
        BOOST_TEST_CONTEXT(fault) {
            const auto result = generate_against(fault, short_text(), 3);
            BOOST_TEST(text(result.test, "status") == "completed");
            BOOST_TEST(calls(result) == 3);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_cut_off_reply_is_asked_for_in_halves) {
    const auto result = generate_against("max_tokens@1:write", sample_text(10), 12);
    BOOST_TEST(text(result.test, "status") == "completed");
    BOOST_TEST(calls(result) == 11);  // four writes, two halves for one of them, and five reviews
}

BOOST_AUTO_TEST_CASE(a_refused_group_is_made_up_for_elsewhere) {
    const auto result = generate_against("refusal@1:write", sample_text(10), 12);
    BOOST_TEST(text(result.test, "status") == "completed");
}

BOOST_AUTO_TEST_CASE(a_question_that_the_reviewer_answers_otherwise_is_dropped) {
    const auto result = generate_against("wrong_key=1@1:review", sample_text(10), 12);
    BOOST_TEST(text(result.test, "status") == "completed");
    const auto& dropped = result.test.at("dropped").as_array();
    BOOST_REQUIRE(dropped.size() == 1u);
    BOOST_TEST(dropped[0].at("count").as_int64() == 1);
    BOOST_TEST(!text(dropped[0].as_object(), "reason").empty());
}

BOOST_AUTO_TEST_CASE(an_error_that_no_retry_can_mend_ends_the_test_at_once) {
    for (const std::string fault : {"401", "402", "403", "404", "spend_limit"}) {
        BOOST_TEST_CONTEXT(fault) {
            simulator_process claude(0, fault);
            installation server(claude.url());
            const auto test = server.wait_for_test(server.start_test(server.add_document(short_text()), 3));
            BOOST_TEST(text(test, "status") == "failed");
            BOOST_TEST(text(test, "failure_reason").size() > 20u);
            BOOST_TEST(claude.stats().at("calls").as_int64() == 1);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_server_that_is_not_there_fails_the_test) {
    installation server("http://127.0.0.1:1");
    const auto test = server.wait_for_test(server.start_test(server.add_document(short_text()), 3));
    BOOST_TEST(text(test, "status") == "failed");
    BOOST_TEST(text(test, "failure_reason").find("could not be reached") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
