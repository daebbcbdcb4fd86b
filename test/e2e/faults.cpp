#include <boost/json/array.hpp>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <list>
#include <utility>

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

/// A server and its simulator, at work on a test.
class meeting {
  public:
    meeting(const std::string& faults, const std::string& document, int questions)
        : claude_(0, faults),
          server_(claude_.url()),
          test_(server_.start_test(server_.add_document(document), questions)) {}

    run wait() {
        auto test = server_.wait_for_test(test_);
        BOOST_TEST(server_.log().find("test-key") == std::string::npos);
        return {std::move(test), claude_.stats()};
    }

  private:
    simulator_process claude_;
    installation server_;
    std::string test_;
};

run generate_against(const std::string& faults, const std::string& document, int questions) {
    return meeting(faults, document, questions).wait();
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
    const std::string faults[] = {"500@1:write",        "529@1:review",  "408@1:write",
                                  "409@1:review",       "504@1:write",   "reset@1:write",
                                  "half@1:write",       "half@1:review", "malformed@1:write",
                                  "malformed@1:review", "html@1:write",  "html=502@1:review"};
    std::list<meeting> all;  // side by side, as each waits for a second
    for (const auto& fault : faults)
        all.emplace_back(fault, short_text(), 3);
    auto fault = std::begin(faults);
    for (auto& each : all) {
        BOOST_TEST_CONTEXT(*fault++) {
            const auto result = each.wait();
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
    const std::pair<const char*, const char*> rows[] = {
        {"401", "ANTHROPIC_API_KEY"},
        {"402", "billing"},
        {"403", "may not use this model"},
        {"404", "EXAMWRIGHT_MODEL"},
        {"spend_limit", "spend limit: nothing is served until next month"},
    };
    for (const auto& [fault, part] : rows) {
        BOOST_TEST_CONTEXT(fault) {
            const auto result = generate_against(fault, short_text(), 3);
            BOOST_TEST(text(result.test, "status") == "failed");
            BOOST_TEST(text(result.test, "failure_reason").find(part) != std::string::npos);
            BOOST_TEST(calls(result) == 1);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_spend_limit_reached_on_the_way_keeps_what_was_accepted) {
    const auto result = generate_against("wrong_key@1-4:review,spend_limit@5-:write", sample_text(10), 12);
    BOOST_TEST(text(result.test, "status") == "partial");
    BOOST_TEST(result.test.at("questions_generated").as_int64() == 11);  // of 15, one of each group dropped
    BOOST_TEST(text(result.test, "failure_reason").find("spend limit") != std::string::npos);
    BOOST_TEST(calls(result) == 9);
}

BOOST_AUTO_TEST_CASE(a_rate_limit_with_a_time_holds_all_calls_back_until_then) {
    simulator_process claude(20, "429=1@1");
    installation server(claude.url());
    std::vector<std::string> documents;
    for (int i = 0; i < 5; ++i)
        documents.push_back(server.add_document(sample_text(4), std::to_string(i) + ".txt"));
    std::vector<std::string> tests;
    const auto begin = std::chrono::steady_clock::now();
    for (const auto& document : documents)
        tests.push_back(server.start_test(document, 12));
    while (claude.stats().at("statuses").as_object().count("429") == 0)
        claude.wait_for("calls", 1);
    // The four that were in flight together, and no more before the second is over.
    claude.wait_for("calls", 9);
    BOOST_TEST((std::chrono::steady_clock::now() - begin >= std::chrono::seconds(1)));
    for (const auto& test : tests)
        BOOST_TEST(text(server.wait_for_test(test), "status") == "completed");
    BOOST_TEST(claude.stats().at("statuses").at("429").as_int64() == 1);
}

BOOST_AUTO_TEST_SUITE_END()
