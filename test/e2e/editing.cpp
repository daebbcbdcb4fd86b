#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/test/unit_test.hpp>
#include <set>

#include "test/support/installation.hpp"
#include "test/support/sample_text.hpp"

namespace json = boost::json;
using namespace examwright::test;

BOOST_AUTO_TEST_SUITE(editing)

namespace {

struct finished_test {
    explicit finished_test(int questions, const std::string& base_url = {}) : server(base_url) {
        document = server.add_document(sample_text(8));
        id = server.start_test(document, questions);
        BOOST_REQUIRE_EQUAL(text(server.wait_for_test(id), "status"), "completed");
    }

    json::array questions() { return server.api().get("/tests/" + id).json().at("questions").as_array(); }
    std::string question_id(std::size_t index) { return text(questions().at(index).as_object(), "id"); }
    std::string path(const std::string& question) const { return "/tests/" + id + "/questions/" + question; }
    http_reply patch(const std::string& target, const json::value& body) {
        return server.api().request("PATCH", target, {{"Content-Type", "application/json"}},
                                    json::serialize(body));
    }
    http_reply remove(const std::string& question) { return server.api().request("DELETE", path(question)); }

    installation server;
    std::string document;
    std::string id;
};

json::object own_question() {
    return {{"question", "Which of these is a prime number?"},
            {"options", json::object{{"A", "4"}, {"B", "6"}, {"C", "7"}, {"D", "9"}}},
            {"correct_option", "C"},
            {"explanation", "Seven has no divisor but one and itself."}};
}

std::string detail(const http_reply& reply) {
    return text(reply.json().as_object(), "detail");
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_deleted_question_is_followed_by_a_spare_one_while_there_are_any) {
    finished_test test(6);
    std::set<std::string> seen;
    for (const auto& question : test.questions())
        seen.insert(text(question.as_object(), "question"));
    BOOST_TEST(seen.size() == 6u);
    int replaced = 0;
    for (;;) {
        const auto reply = test.remove(test.question_id(2));
        BOOST_REQUIRE(reply.status == 200);
        const auto body = reply.json();
        const auto& replacement = body.at("replacement");
        if (replacement.is_null())
            break;
        ++replaced;
        BOOST_TEST(replacement.at("sort_order").as_int64() == 3);
        BOOST_TEST(seen.insert(text(replacement.as_object(), "question")).second);
        BOOST_TEST(test.questions().size() == 6u);
        BOOST_TEST(text(test.questions()[2].as_object(), "id") == text(replacement.as_object(), "id"));
    }
    BOOST_TEST(replaced >= 1);
    BOOST_TEST(test.questions().size() == 5u);
    const auto status = test.server.status(test.id);
    BOOST_TEST(text(status, "message") == "5 of 6 questions created");
    BOOST_TEST(status.at("questions_generated").as_int64() == 5);
    BOOST_TEST(test.remove("00000000-0000-4000-8000-000000000000").status == 404);
}

BOOST_AUTO_TEST_CASE(a_question_shows_its_flaws_and_the_words_that_they_were_found_by) {
    finished_test test(2);
    const auto id = test.question_id(1);
    BOOST_TEST(
        test.patch(test.path(id), {{"question", "Which of these is NOT told by the lesson?"}}).status == 200);
    const auto flaws = test.questions()[1].as_object().at("flaws").as_array();
    for (const json::value& expected :
         {json::value{{"flaw", "negative_stem"}, {"drops", false}, {"at", "NOT"}},
          json::value{{"flaw", "source_speak"}, {"drops", true}, {"at", "the lesson"}}})
        BOOST_TEST((std::find(flaws.begin(), flaws.end(), expected) != flaws.end()),
                   expected << " in " << flaws);
}

BOOST_AUTO_TEST_CASE(every_part_of_a_question_can_be_edited) {
    finished_test test(3);
    const auto id = test.question_id(1);
    auto change = own_question();
    change["difficulty"] = "hard";
    change["sort_order"] = 1;
    change["source_quote"] = "Seven is prime.";
    change["source_page"] = 4;
    const auto topics = test.server.api().get("/topics").json();
    const auto topic = text(topics.at("items").as_array()[3].as_object(), "id");
    change["topic_id"] = topic;
    const auto reply = test.patch(test.path(id), change);
    BOOST_REQUIRE_MESSAGE(reply.status == 200, reply.body);
    const auto first = test.questions()[0].as_object();
    BOOST_TEST(text(first, "id") == id);
    BOOST_TEST(first.at("sort_order").as_int64() == 1);
    for (const char* name : {"question", "correct_option", "explanation", "difficulty", "source_quote"})
        BOOST_TEST(text(first, name) == text(change, name), name);
    BOOST_TEST(first.at("options") == change.at("options"));
    BOOST_TEST(first.at("source_page").as_int64() == 4);
    BOOST_TEST(text(first, "topic_id") == topic);
    BOOST_TEST(first.at("quality_score").is_null());  // it was the old words' score

    BOOST_TEST(test.patch(test.path(id), {{"options", {{"A", "3 or 4"}}}}).status == 200);
    const auto again = test.questions()[0].as_object();
    BOOST_TEST(text(again.at("options").as_object(), "A") == "3 or 4");
    BOOST_TEST(text(again.at("options").as_object(), "B") == "6");
}

BOOST_AUTO_TEST_CASE(what_was_read_can_be_sent_back_unchanged) {
    finished_test test(5);
    while (!test.remove(test.question_id(0)).json().at("replacement").is_null()) {
    }
    const auto before = test.questions();
    auto same = before[1].as_object();
    same.erase("updated_at");
    BOOST_TEST(test.patch(test.path(test.question_id(1)), same).status == 200);
    BOOST_TEST((test.questions() == before));
}

BOOST_AUTO_TEST_CASE(options_can_be_added_up_to_ten_and_taken_away_again) {
    finished_test test(3);
    const auto path = test.path(test.question_id(0));
    const auto before = test.questions();
    BOOST_TEST(test.patch(path, {{"options", {{"E", nullptr}}}}).status == 200);
    BOOST_TEST((test.questions()[0].at("options") == before[0].at("options")));
    BOOST_TEST(test.patch(path, {{"options", {{"E", "fifth"}}}, {"correct_option", "E"}}).status == 200);
    BOOST_TEST(detail(test.patch(path, {{"options", {{"E", nullptr}}}})).find("correct_option must") == 0u);
    json::object more;
    for (char letter = 'F'; letter <= 'J'; ++letter)
        more[std::string(1, letter)] = std::string("option ") + letter;
    BOOST_TEST(test.patch(path, {{"options", more}, {"correct_option", "J"}}).status == 200);
    BOOST_TEST(test.questions()[0].at("options").as_object().size() == 10u);
    for (auto& [letter, text] : more)
        text = nullptr;
    BOOST_TEST(test.patch(path, {{"options", more}, {"correct_option", "A"}}).status == 200);
    const auto key = before[0].at("correct_option");
    BOOST_TEST(test.patch(path, {{"options", {{"E", nullptr}}}, {"correct_option", key}}).status == 200);
    BOOST_TEST((test.questions()[0].at("options") == before[0].at("options")));
}

BOOST_AUTO_TEST_CASE(a_bad_edit_names_its_field_and_changes_nothing) {
    finished_test test(3);
    const auto before = test.questions();
    const auto id = text(before[0].as_object(), "id");
    const struct {
        json::value body;
        const char* says;
    } cases[] = {{{{"question", " "}}, "question is empty"},
                 {{{"question", 7}}, "question must be text"},
                 {{{"question", std::string(4001, 'x')}}, "question is longer"},
                 {{{"options", json::array{}}}, "options must be an object"},
                 {{{"options", {{"K", "x"}}}}, "options has \"K\""},
                 {{{"options", {{"B", ""}}}}, "options.B is empty"},
                 {{{"options", {{"B", nullptr}}}}, "options.B is missing"},
                 {{{"options", {{"F", "x"}}}}, "options.E is missing"},
                 {{{"options", {{"A", "Same"}, {"B", " Same "}}}}, "options.B says the same as options.A"},
                 {{{"correct_option", "E"}}, "correct_option must be"},
                 {{{"difficulty", "brutal"}}, "difficulty must be"},
                 {{{"topic_id", "none"}}, "topic_id is not"},
                 {{{"source_page", 0}}, "source_page must be"},
                 {{{"sort_order", "first"}}, "sort_order must be"}};
    for (const auto& [body, says] : cases) {
        const auto reply = test.patch(test.path(id), body);
        BOOST_TEST(reply.status == 400, says);
        BOOST_TEST(detail(reply).find(says) == 0u, detail(reply));
    }
    BOOST_TEST((test.questions() == before));
}

BOOST_AUTO_TEST_CASE(questions_can_be_added_beyond_the_target) {
    finished_test test(3);
    const auto path = "/tests/" + test.id + "/questions";
    auto incomplete = own_question();
    incomplete.erase("correct_option");
    BOOST_TEST(test.server.api().post(path, incomplete).status == 400);
    const auto added = test.server.api().post(path, own_question());
    BOOST_REQUIRE_MESSAGE(added.status == 201, added.body);
    BOOST_TEST(text(test.questions().back().as_object(), "question") == text(own_question(), "question"));
    BOOST_TEST(text(test.server.status(test.id), "message") == "4 of 4 questions created");
}

BOOST_AUTO_TEST_CASE(another_question_comes_from_the_spares_and_then_by_a_small_job) {
    simulator_process simulator;
    finished_test test(4, simulator.url());
    const auto written = simulator.stats().at("writes").as_int64();
    std::set<std::string> seen;
    for (const auto& question : test.questions())
        seen.insert(text(question.as_object(), "question"));
    const auto cost = [&] {
        return test.server.api().get("/tests/" + test.id).json().at("estimated_input_tokens").as_int64();
    };
    const auto cost_before = cost();
    while (simulator.stats().at("writes").as_int64() == written) {
        const auto old = test.questions()[1].as_object();
        const auto reply = test.server.api().post(test.path(text(old, "id")) + "/regenerate", json::object{});
        BOOST_REQUIRE_MESSAGE(reply.status == 200, reply.body);
        const auto fresh = reply.json().as_object();
        BOOST_TEST(fresh.at("sort_order").as_int64() == old.at("sort_order").as_int64());
        BOOST_TEST(seen.insert(text(fresh, "question")).second);
        BOOST_REQUIRE(seen.size() < 30u);
    }
    BOOST_TEST(simulator.stats().at("writes").as_int64() == written + 1);
    BOOST_TEST(cost() > cost_before);
    BOOST_TEST(test.questions().size() == 4u);
    BOOST_TEST(test.server.api().get("/tests").json().at("total").as_int64() == 1);
}

BOOST_AUTO_TEST_CASE(a_test_that_runs_can_be_renamed_but_not_edited) {
    simulator_process simulator(0, "hang:write");
    installation server(simulator.url());
    const auto id = server.start_test(server.add_document(sample_text(3)), 3);
    const auto path = "/tests/" + id;
    BOOST_TEST(server.api().post(path + "/questions", own_question()).status == 409);
    const auto rename = [&](const json::value& body) {
        return server.api().request("PATCH", path, {}, json::serialize(body));
    };
    BOOST_TEST(rename({{"title", "  Week 3  "}}).status == 200);
    BOOST_TEST(text(server.api().get(path).json().as_object(), "title") == "Week 3");
    BOOST_TEST(rename({{"title", ""}}).status == 400);
    BOOST_TEST(rename(json::object{}).status == 400);
    BOOST_TEST(server.api().post(path + "/cancel", json::object{}).status == 200);
}

BOOST_AUTO_TEST_SUITE_END()
