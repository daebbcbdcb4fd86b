#include <signal.h>

#include <boost/json/array.hpp>
#include <boost/test/unit_test.hpp>
#include <map>
#include <set>

#include "core/text/normalize.hpp"
#include "test/support/installation.hpp"
#include "test/support/pdf_writer.hpp"
#include "test/support/sample_text.hpp"

namespace json = boost::json;
using namespace examwright::test;

namespace {

std::string waiting_message(int n) {
    return "Generating... usually under 1 minute. 0 of " + std::to_string(n) + " questions created";
}

std::string ended_message(int n) {
    return std::to_string(n) + " of " + std::to_string(n) + " questions created";
}

void check_question(const json::object& question, const std::string& document) {
    BOOST_TEST(document.find(text(question, "source_quote")) != std::string::npos);
    BOOST_TEST(!text(question, "explanation").empty());
    std::set<std::string> options;
    for (const auto& option : question.at("options").as_object())
        options.insert(examwright::normalized(std::string(option.value().as_string())));
    BOOST_TEST(options.size() == 4u);
    BOOST_TEST(question.at("options").as_object().contains(text(question, "correct_option")));
    BOOST_TEST(question.at("quality_score").as_double() > 0);
}

void check_exact_count(int n) {
    simulator_process claude(20);
    installation server(claude.url());
    const std::string document = sample_text(20);
    const auto id = server.start_test(server.add_document(document), n);
    claude.wait_for("calls", 1);
    const auto early = server.status(id);
    BOOST_TEST(text(early, "message") == waiting_message(n));
    BOOST_TEST(early.at("questions_generated").as_int64() == 0);
    BOOST_TEST(early.at("elapsed_time").is_null());

    const auto test = server.wait_for_test(id);
    BOOST_TEST(text(test, "status") == "completed");
    BOOST_TEST(test.at("questions_generated").as_int64() == n);
    BOOST_TEST(test.at("requested").as_int64() == n);
    BOOST_TEST(test.at("accepted").as_int64() == n);
    BOOST_TEST(test.at("failure_reason").is_null());
    const auto status = server.status(id);
    BOOST_TEST(text(status, "message") == ended_message(n));
    BOOST_TEST(status.at("progress").as_int64() == 1);
    BOOST_TEST(status.at("calls_done").as_int64() == status.at("calls_total").as_int64());

    const auto& questions = test.at("questions").as_array();
    BOOST_REQUIRE(questions.size() == static_cast<std::size_t>(n));
    std::set<std::string> stems;
    std::map<std::string, int> keys;
    for (const auto& each : questions) {
        check_question(each.as_object(), document);
        stems.insert(text(each.as_object(), "question"));
        ++keys[text(each.as_object(), "correct_option")];
    }
    BOOST_TEST(stems.size() == static_cast<std::size_t>(n));
    if (n >= 12)
        for (const auto& [letter, count] : keys)
            BOOST_TEST(count <= n / 2);
    const auto stats = claude.stats();
    BOOST_TEST(stats.at("calls").as_int64() <= 8);
    BOOST_TEST(stats.at("max_in_flight").as_int64() <= 4);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(generation)

BOOST_AUTO_TEST_CASE(a_test_has_the_exact_count) {
    for (int n : {1, 3, 12, 20})
        BOOST_TEST_CONTEXT(n << " questions")
    check_exact_count(n);
}

BOOST_AUTO_TEST_CASE(the_message_is_the_same_until_the_end) {
    simulator_process claude(100);
    installation server(claude.url());
    const auto id = server.start_test(server.add_document(sample_text(20)), 12);
    std::set<std::string> phases;
    for (;;) {
        const auto status = server.status(id);
        phases.insert(text(status, "phase"));
        if (text(status, "status") == "completed") {
            BOOST_TEST(text(status, "message") == ended_message(12));
            break;
        }
        BOOST_REQUIRE((text(status, "status") == "pending" || text(status, "status") == "generating"));
        BOOST_REQUIRE(text(status, "message") == waiting_message(12));
        BOOST_REQUIRE(status.at("progress").as_int64() == 0);
    }
    BOOST_TEST(phases.count("writing") == 1u);
    BOOST_TEST(phases.count("reviewing") == 1u);
}

BOOST_AUTO_TEST_CASE(questions_of_a_pdf_know_their_pages) {
    simulator_process claude;
    installation server(claude.url());
    const auto pages = sample_pages(30);
    const auto document = server.add_document(write_pdf(pages), "sample.pdf");
    const auto test = server.wait_for_test(server.start_test(document, 12));
    std::set<std::int64_t> seen;
    for (const auto& each : test.at("questions").as_array()) {
        const auto& question = each.as_object();
        const auto page = question.at("source_page").as_int64();
        BOOST_REQUIRE((page >= 1 && page <= 30));
        seen.insert(page);
        // A year and a town name it well enough: the PDF's lines are broken elsewhere.
        const auto quote = text(question, "source_quote");
        const auto word = quote.substr(quote.find("of ") + 3, 8);
        BOOST_TEST(pages[static_cast<std::size_t>(page - 1)].find(word.substr(0, word.find('\n'))) !=
                   std::string::npos);
    }
    BOOST_TEST(seen.size() >= 6u);  // from all over the document
}

BOOST_AUTO_TEST_CASE(without_a_key_the_offline_author_writes) {
    installation server("");
    const std::string document = sample_text(5);
    const auto test = server.wait_for_test(server.start_test(server.add_document(document), 12));
    BOOST_TEST(text(test, "status") == "completed");
    BOOST_TEST(text(test, "model") == "offline-cloze");
    for (const auto& each : test.at("questions").as_array())
        check_question(each.as_object(), document);
}

BOOST_AUTO_TEST_CASE(a_document_carries_one_running_test) {
    simulator_process claude(300);
    installation server(claude.url());
    const auto document = server.add_document(sample_text(5));
    const auto id = server.start_test(document, 3);
    BOOST_TEST(server.generate(document, 3).status == 409);
    server.wait_for_test(id);
    BOOST_TEST(server.generate(document, 3).status == 202);
}

BOOST_AUTO_TEST_CASE(an_order_out_of_range_is_refused) {
    installation server("");
    const auto document = server.add_document(sample_text(2));
    for (int n : {0, 21, -1, 1000}) {
        const auto reply = server.generate(document, n);
        BOOST_TEST(reply.status == 400);
        BOOST_TEST(reply.headers.at("content-type") == "application/problem+json");
        BOOST_TEST(text(reply.json().as_object(), "detail") == "target_questions must be between 1 and 20");
    }
    const auto wrong = server.api().post("/tests/generate",
                                         json::object{{"document_id", document}, {"difficulty", "SEVERE"}});
    BOOST_TEST(wrong.status == 400);
    for (int n : {3, 21})  // what does not exist comes before what is wrong with the order
        BOOST_TEST(server.generate("00000000-0000-4000-8000-000000000000", n).status == 404);
    const auto brief = server.add_document("Ninety-nine words are not enough. Water boils at 100 degrees.");
    const auto refused = server.generate(brief, 3);
    BOOST_TEST(refused.status == 400);
    BOOST_TEST(text(refused.json().as_object(), "detail").find("100") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_cancelled_test_ends_within_a_second) {
    simulator_process claude(60000);
    installation server(claude.url());
    const auto id = server.start_test(server.add_document(sample_text(5)), 12);
    claude.wait_for("in_flight", 4);
    const auto reply = server.api().post("/tests/" + id + "/cancel", json::object{});
    BOOST_TEST(reply.status == 200);
    BOOST_TEST(text(reply.json().as_object(), "status") == "failed");
    claude.wait_for("abandoned", 4);
    BOOST_TEST(claude.stats().at("calls").as_int64() == 4);
    BOOST_TEST(server.api().post("/tests/" + id + "/cancel", json::object{}).status == 409);
}

BOOST_AUTO_TEST_CASE(twenty_tests_at_once_all_end_and_share_four_slots) {
    simulator_process claude(30);
    installation server(claude.url());
    std::vector<std::string> tests;
    for (int i = 0; i < 20; ++i) {
        const auto document = server.add_document(sample_text(10), "sample" + std::to_string(i) + ".txt");
        tests.push_back(server.start_test(document, 1 + i));
    }
    for (int i = 0; i < 20; ++i) {
        const auto test = server.wait_for_test(tests[static_cast<std::size_t>(i)]);
        BOOST_TEST(text(test, "status") == "completed");
        BOOST_TEST(test.at("questions_generated").as_int64() == 1 + i);
    }
    BOOST_TEST(claude.stats().at("max_in_flight").as_int64() == 4);
    BOOST_TEST(server.log().find("status=5") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
