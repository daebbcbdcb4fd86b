#include "core/generation/candidates.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/test/unit_test.hpp>
#include <string>

using namespace examwright;
namespace json = boost::json;

BOOST_AUTO_TEST_SUITE(candidates)

namespace {

const document_text rivers(
    "The Danube rises in the Black Forest and flows into the Black Sea. "
    "The Rhine flows through the largest lake of the Alps and reaches the North Sea. "
    "The Volga is the longest river of the continent and ends in the Caspian Sea.");

json::object item(std::string stem, std::string key, std::string quote) {
    return {{"source_quote", quote},
            {"idea", "where a river ends"},
            {"question", stem},
            {"key", key},
            {"wrong_1", "the Baltic basin"},
            {"wrong_2", "the Adriatic coast"},
            {"wrong_3", "the Atlantic ocean"},
            {"explanation", "Its mouth lies there."},
            {"topic_tag", "rivers"}};
}

std::string reply() {
    return json::serialize(json::object{
        {"mcqs",
         json::array{item("Where does the Danube end?", "the Black Sea", "flows into the Black Sea"),
                     item("Where does the Rhine end?", "the North Sea", "and reaches the North Sea"),
                     item("Where does the Volga end?", "the Caspian Sea", "ends in the Caspian Sea")}}});
}

call_group whole_document(int quota) {
    call_group group;
    group.end = rivers.text().size();
    group.quota = quota;
    return group;
}

/// The questions of the reply, their keys on C, B and A.
std::vector<grounded_question> checked(examwright::candidates& pool) {
    return pool.check(reply(), rivers, whole_document(3), {2, 1, 0});
}

int count(const examwright::candidates& pool, drop_reason reason) {
    const auto found = pool.dropped().find(reason);
    return found == pool.dropped().end() ? 0 : found->second;
}

}  // namespace

BOOST_AUTO_TEST_CASE(code_places_the_key_that_the_writer_named_without_a_letter) {
    examwright::candidates pool({});
    const auto questions = checked(pool);
    BOOST_TEST_REQUIRE(questions.size() == 3u);
    BOOST_TEST(questions[0].content.correct == 2u);
    BOOST_TEST(questions[0].content.options[2] == "the Black Sea");
    BOOST_TEST(questions[1].content.options[1] == "the North Sea");
    BOOST_TEST(questions[2].content.options[0] == "the Caspian Sea");
    BOOST_TEST(questions[0].content.idea == "where a river ends");
}

BOOST_AUTO_TEST_CASE(a_quote_is_saved_without_the_page_that_stood_beside_it) {
    const auto saved = [](const char* quote) {
        examwright::candidates pool({});
        const auto reply = json::serialize(
            json::object{{"mcqs", json::array{item("Where does the Rhine end?", "the North Sea", quote)}}});
        const auto questions = pool.check(reply, rivers, whole_document(1), {0});
        return questions.empty() ? "dropped" : questions[0].content.source_quote;
    };
    for (const char* quote :
         {"reaches the North Sea.", "reaches the North Sea. (p. 1)", "Page 1: reaches the North Sea.",
          "“reaches the North Sea.” (page 1)", "reaches the North Sea. [p. 1]"})
        BOOST_TEST(saved(quote) == "reaches the North Sea.", quote);
}

BOOST_AUTO_TEST_CASE(what_the_reviewer_says_decides_and_not_how_it_is_worded) {
    const struct {
        const char* review;
        drop_reason reason;
    } rows[] = {
        {R"({"number": 1, "answer": "A", "also_right": [], "flaw": "none", "critique": ""})",
         drop_reason::review_disagreed},
        {R"({"number": 1, "answer": "C", "also_right": ["A"], "flaw": "none", "critique": "all is well"})",
         drop_reason::two_right},
        {R"({"number": 1, "answer": "C", "also_right": [], "flaw": "two_right", "critique": ""})",
         drop_reason::two_right},
        {R"({"number": 1, "answer": "C", "also_right": [], "flaw": "none_right", "critique": ""})",
         drop_reason::none_right},
        {R"({"number": 1, "answer": "C", "also_right": [], "flaw": "not_in_passages", "critique": ""})",
         drop_reason::not_in_passages},
        {R"({"number": 1, "answer": "?", "also_right": [], "flaw": "none", "critique": ""})",
         drop_reason::not_reviewed},
    };
    for (const auto& row : rows) {
        examwright::candidates pool({});
        auto questions = checked(pool);
        questions.resize(1);
        pool.judge(questions, std::string("{\"reviews\": [") + row.review + "]}");
        pool.accept_round();
        BOOST_TEST(pool.accepted().empty(), row.review);
        BOOST_TEST(count(pool, row.reason) == 1, row.review);
    }
}

BOOST_AUTO_TEST_CASE(what_only_costs_is_kept_with_its_critique) {
    examwright::candidates pool({});
    pool.judge(checked(pool), R"({"reviews": [
        {"number": 1, "answer": "C", "also_right": [], "flaw": "unclear", "critique": "which arm?"},
        {"number": 2, "answer": "B", "also_right": [], "flaw": "none", "critique": "two right options? no"},
        {"number": 3, "answer": "A", "also_right": ["A"], "flaw": "none", "critique": ""}]})");
    pool.accept_round();
    BOOST_TEST_REQUIRE(pool.accepted().size() == 3u);
    BOOST_TEST(pool.accepted()[0].complaint);
    BOOST_TEST(pool.accepted()[0].critique == "which arm?");
    BOOST_TEST(!pool.accepted()[1].complaint);
}

BOOST_AUTO_TEST_CASE(a_later_round_is_told_what_was_dropped_and_why) {
    examwright::candidates pool({});
    auto questions = checked(pool);
    questions.resize(1);
    pool.judge(questions, R"([{"number": 1, "answer": "C", "flaw": "two_right"}])");
    BOOST_TEST_REQUIRE(pool.rejected().size() == 1u);
    BOOST_TEST(pool.rejected()[0] == "Where does the Danube end? — a second reading found two right answers");
}

BOOST_AUTO_TEST_CASE(a_question_that_gives_anothers_answer_away_is_dropped) {
    examwright::candidates pool({});
    auto questions = checked(pool);
    questions.resize(2);
    questions[1].content.stem = "Where does the Danube that flows to the Black Sea end?";
    questions[1].content.options[1] = "in a wide delta";
    questions[1].content.source_quote = "The Danube rises in the Black Forest";
    pool.judge(questions, R"([{"number": 1, "answer": "C"}, {"number": 2, "answer": "B"}])");
    pool.accept_round();
    BOOST_TEST(pool.accepted().size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_question_that_many_stems_answer_gives_way_to_all_of_them) {
    examwright::candidates pool({});
    auto questions = checked(pool);
    questions[0].content.options[2] = "the Caspian Sea";
    questions[0].content.source_quote = "flows into the Black Sea";
    questions[1].content.stem = "What grows where the Danube ends in the Caspian Sea?";
    questions[2].content.stem = "How deep is the Caspian Sea at the delta of the Danube's end?";
    questions[2].content.options[0] = "a thousand metres";
    pool.judge(questions, R"([{"number": 1, "answer": "C"}, {"number": 2, "answer": "B"},
                              {"number": 3, "answer": "A"}])");
    pool.accept_round();
    BOOST_TEST_REQUIRE(pool.accepted().size() == 2u);
    BOOST_TEST(pool.accepted()[0].content.stem == questions[1].content.stem);
    BOOST_TEST(count(pool, drop_reason::given_away) == 1);
}

BOOST_AUTO_TEST_CASE(no_more_questions_are_looked_at_than_were_asked_for) {
    json::array many;
    for (int i = 0; i < 5000; ++i)
        many.push_back(item("Where does river " + std::to_string(i) + " end?", "nowhere", "no such words"));
    examwright::candidates pool({});
    pool.check(json::serialize(many), rivers, whole_document(2), {0, 1});
    BOOST_TEST(count(pool, drop_reason::quote_not_found) < 20);
}

BOOST_AUTO_TEST_SUITE_END()
