#include "core/generation/reply_reader.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

using namespace examwright;
namespace json = boost::json;

BOOST_AUTO_TEST_SUITE(reply_reader)

namespace {

json::object item() {
    return {
        {"question", " Which gas do plants take in? "},
        {"options", json::object{{"A", "Oxygen"}, {"B", "Helium"}, {"C", "Carbon dioxide"}, {"D", "Neon"}}},
        {"correct_option", "C"},
        {"explanation", "They build sugar from it."},
        {"difficulty", "hard"},
        {"topic_tag", "biology"},
        {"source_quote", "Plants take in carbon dioxide."}};
}

json::object with(std::string_view name, json::value value) {
    auto changed = item();
    changed[name] = std::move(value);
    return changed;
}

written_questions read(json::array items) {
    auto written = read_written_questions(json::serialize(json::object{{"mcqs", std::move(items)}}));
    BOOST_TEST_REQUIRE(written.has_value());
    return *written;
}

const std::vector<std::string> gases{"Oxygen", "Helium", "Carbon dioxide", "Neon"};

int malformed(const written_questions& written) {
    const auto found = written.dropped.find(drop_reason::malformed);
    return found == written.dropped.end() ? 0 : found->second;
}

/// Two questions with the same options.
std::vector<question> two_questions() {
    question first;
    first.stem = "Which gas do plants take in?";
    first.options = gases;
    auto second = first;
    second.stem = "Which gas do animals take in?";
    return {first, second};
}

/// "2 0": the options that a reply chose for the two; "-" for none.
std::string chosen(std::string_view reply) {
    std::string text;
    for (const auto& answer : read_review_answers(reply, two_questions()))
        text += (text.empty() ? "" : " ") + (answer ? std::to_string(answer->answer) : "-");
    return text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_question_with_all_its_parts) {
    const auto written = read({item()});
    BOOST_TEST(malformed(written) == 0);
    BOOST_TEST_REQUIRE(written.questions.size() == 1u);
    const auto& question = written.questions[0];
    BOOST_TEST(question.stem == "Which gas do plants take in?");
    BOOST_TEST(question.options == gases, boost::test_tools::per_element());
    BOOST_TEST(question.correct == 2u);
    BOOST_TEST(question.explanation == "They build sugar from it.");
    BOOST_TEST((question.level == difficulty::hard));
    BOOST_TEST(question.topic_slug == "biology");
    BOOST_TEST(question.source_quote == "Plants take in carbon dioxide.");
    BOOST_TEST(!question.source_page);
}

BOOST_AUTO_TEST_CASE(options_in_a_list) {
    const json::value lists[] = {
        {"Oxygen", "Helium", "Carbon dioxide", "Neon"},
        {"A) Oxygen", "B) Helium", "C) Carbon dioxide", "D) Neon"},
        json::array{json::object{{"label", "A"}, {"text", "Oxygen"}},
                    json::object{{"label", "B"}, {"text", "Helium"}},
                    json::object{{"label", "C"}, {"text", "Carbon dioxide"}},
                    json::object{{"label", "D"}, {"text", "Neon"}}},
    };
    for (const auto& list : lists) {
        const auto written = read({with("options", list)});
        BOOST_TEST_REQUIRE(written.questions.size() == 1u, json::serialize(list));
        BOOST_TEST(written.questions[0].options == gases, boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(a_letter_that_is_part_of_an_option_stays) {
    const json::value list{"A. Einstein", "B. Pascal", "M. Curie", "N. Bohr"};
    BOOST_TEST(read({with("options", list)}).questions.at(0).options[0] == "A. Einstein");
}

BOOST_AUTO_TEST_CASE(an_item_of_another_shape_is_counted_and_left_out) {
    auto without_key = item();
    without_key.erase("correct_option");
    const json::object a_gap{{"A", "w"}, {"B", "x"}, {"D", "y"}, {"E", "z"}};
    const json::array wrong{
        nullptr,
        "text",
        without_key,
        with("correct_option", "E"),
        with("correct_option", ""),
        with("correct_option", 7),
        with("question", ""),
        with("question", json::array{}),
        with("options", a_gap),
        with("options", json::array{"w"}),
        with("options", json::array{"w", "x", "y", nullptr}),
        with("options", "A, B, C, D"),
    };
    auto items = wrong;
    items.push_back(item());
    const auto written = read(items);
    BOOST_TEST(written.questions.size() == 1u);
    BOOST_TEST(malformed(written) == static_cast<int>(wrong.size()));
}

BOOST_AUTO_TEST_CASE(control_characters_do_not_get_in) {
    const json::string stem(
        "a\0b\x01\x1B"
        "c\x7F\n\xEF\xBF\xBF"
        "d\t e",
        15);
    BOOST_TEST(read({with("question", stem)}).questions.at(0).stem == "abc\nd\t e");
}

BOOST_AUTO_TEST_CASE(half_a_surrogate_costs_one_character) {
    auto text = json::serialize(json::object{{"mcqs", json::array{with("explanation", "x@y")}}});
    text.replace(text.find('@'), 1, "\\udc00");
    BOOST_TEST(read_written_questions(text).value().questions.at(0).explanation == "x\uFFFDy");
}

BOOST_AUTO_TEST_CASE(a_fenced_list_in_prose) {
    const auto text = "Sure! Here are [1] question:\n```json\n" + json::serialize(json::array{item()}) +
                      "\n```\nAnything else?";
    BOOST_TEST(read_written_questions(text).value().questions.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_text_without_questions_is_unusable) {
    for (const auto* text : {"", "I can't do that.", "{\"mcqs\": [{\"question\": \"Wh", "{\"mcqs\": 3}"})
        BOOST_TEST(!read_written_questions(text), text);
    BOOST_TEST(read_written_questions("{\"mcqs\": []}").value().questions.empty());
}

BOOST_AUTO_TEST_CASE(reviews) {
    const auto answers = read_review_answers(
        R"({"reviews": [{"number": 2, "answer": "D", "also_right": ["A", "D"], "flaw": "unclear",
                         "critique": " what is asked? "},
                        {"number": 1, "answer": "B", "also_right": [], "flaw": "none", "critique": ""},
                        {"number": 9, "answer": "A"}, "A"]})",
        two_questions());
    BOOST_TEST_REQUIRE((answers[0] && answers[1]));
    BOOST_TEST(answers[0]->answer == 1u);
    BOOST_TEST(answers[0]->also_right.empty());
    BOOST_TEST((answers[0]->flaw == review_flaw::none));
    BOOST_TEST(answers[1]->answer == 3u);
    BOOST_TEST(answers[1]->also_right == std::vector<std::size_t>{0}, boost::test_tools::per_element());
    BOOST_TEST((answers[1]->flaw == review_flaw::unclear));
    BOOST_TEST(answers[1]->critique == "what is asked?");
    BOOST_TEST(!holds_reviews("no reviews"));
    BOOST_TEST(!holds_reviews("{\"reviews\": []}"));
    BOOST_TEST(holds_reviews("{\"reviews\": [{\"number\": 1, \"answer\": \"A\"}]}"));
}

BOOST_AUTO_TEST_CASE(a_reviewer_who_finds_no_answer) {
    const auto answers = read_review_answers(
        R"([{"number": 1, "answer": "", "flaw": "none_right"}, {"number": 2, "answer": null, "flaw": "x"}])",
        two_questions());
    BOOST_TEST_REQUIRE(answers[0].has_value());
    BOOST_TEST((answers[0]->flaw == review_flaw::none_right));
    BOOST_TEST(!answers[1].has_value());
}

BOOST_AUTO_TEST_CASE(reviews_in_many_shapes) {
    for (const auto* reply : {
             R"({"reviews": [{"number": 1, "answer": "C"}, {"number": 2, "answer": "A"}]})",
             R"x([{"number": "2", "answer": "a)"}, {"number": "1.0", "answer": "(c)"}])x",
             R"([{"id": "q2", "answer": "Oxygen"}, {"id": "q1", "answer": "carbon dioxide."}])",
             R"([{"answer": "C"}, {"answer": "A"}])",
             R"([{"id": 101, "answer": "C"}, {"id": 102, "answer": "A"}])",
             R"([{"number": 0, "answer": "C"}, {"number": 1, "answer": "A"}])",
             R"([{"question": "Which gas do animals take in?", "answer": "Oxygen"},
                 {"question": "Which gas do plants take in?", "answer": "C) Carbon dioxide"}])",
             R"({"1": "C", "2": "A"})",
             R"({"reviews": {"1": {"answer": "C"}, "2": {"answer": "A"}}})",
             R"({"answers": ["C", "A"]})",
             "1 and 2, [sic]:\n```\n[{'number': 1, 'answer': 'C',}, {'number': 2, 'answer': 'A'",
             "{\"number\": 1, \"answer\": \"C\"}\n{\"number\": 2, \"answer\": \"A\"}",
         })
        BOOST_TEST((chosen(reply) == "2 0" || chosen(reply) == "2 -"), reply << ": " << chosen(reply));
    BOOST_TEST(chosen(R"([{"answer": "C"}])") == "- -");                     // of which question?
    BOOST_TEST(chosen(R"([{"number": 1, "answer": "C) Neon"}])") == "- -");  // which of the two?
    BOOST_TEST(chosen(R"([{"number": 1, "answer": "none"}])") == "- -");
}

BOOST_AUTO_TEST_CASE(one_bad_question_costs_itself) {
    const std::string good =
        R"({"question": "Good?", "options": ["w", "x", "y", "z"], "answer": "A", "explanation": "e"})";
    for (const auto* bad : {
             R"({"question": "Bad \(K_\alpha\) "quoted" x", "options": ["w", "x", "y", "z"], "answer": "A"})",
             R"({"question": "Bad, "options": ["w", "x", "y", "z"], "answer": "A"})",
             R"({"question": "Bad", "options": [w, x], "answer": A})",
             R"({"question": "Bad", "options": ["w", "x", "y", "z"], "answer": "A",,})",
             "{\"question\": \"Bad\nbreak\", \"options\": [\"w\", \"x\" // c\n, \"y\", \"z\"], \"answer\": "
             "\"A\"}",
             R"({"question": "Bad")",
         }) {
        const auto written = read_written_questions("{\"mcqs\": [" + good + ", " + bad + ", " + good + "]}");
        BOOST_TEST_REQUIRE(written.has_value(), bad);
        BOOST_TEST(std::count_if(written->questions.begin(), written->questions.end(),
                                 [](const question& each) { return each.stem == "Good?"; }) == 2,
                   bad);
    }
    const auto cut = read_written_questions("{\"mcqs\": [" + good + ", " + good.substr(0, 60));
    BOOST_TEST_REQUIRE(cut.has_value());
    BOOST_TEST(cut->questions.size() == 1u);
    BOOST_TEST(malformed(*cut) == 1);
}

BOOST_AUTO_TEST_CASE(letters_and_numbers_as_local_servers_write_them) {
    for (const auto* letter :
         {"c", "(C)", "C.", "C) Carbon dioxide", "Option C", "**C**", "Carbon dioxide", "carbon dioxide."}) {
        const auto written = read({with("correct_option", letter)});
        BOOST_TEST_REQUIRE(written.questions.size() == 1u, letter);
        BOOST_TEST(written.questions[0].correct == 2u, letter);
    }
    for (const auto* letter : {"C or D", "Carbon", "Option", "CD", "none"})
        BOOST_TEST(malformed(read({with("correct_option", letter)})) == 1, letter);
}

BOOST_AUTO_TEST_SUITE_END()
