#include "core/generation/reply_reader.hpp"

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
    const auto written = read_written_questions(json::serialize(json::object{{"mcqs", std::move(items)}}));
    BOOST_TEST_REQUIRE(written.has_value());
    return *written;
}

const std::vector<std::string> gases{"Oxygen", "Helium", "Carbon dioxide", "Neon"};

}  // namespace

BOOST_AUTO_TEST_CASE(a_question_with_all_its_parts) {
    const auto written = read({item()});
    BOOST_TEST(written.malformed == 0);
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
    const json::object three{{"A", "x"}, {"B", "y"}, {"C", "z"}};
    const json::object other_letters{{"1", "w"}, {"2", "x"}, {"3", "y"}, {"4", "z"}};
    const json::array malformed{
        nullptr,
        "text",
        without_key,
        with("correct_option", "E"),
        with("correct_option", ""),
        with("correct_option", 2),
        with("question", ""),
        with("question", json::array{}),
        with("options", three),
        with("options", other_letters),
        with("options", json::array{"w", "x", "y"}),
        with("options", json::array{"w", "x", "y", " "}),
        with("options", json::array{"w", "x", "y", 4}),
        with("options", "A, B, C, D"),
    };
    auto items = malformed;
    items.push_back(item());
    const auto written = read(items);
    BOOST_TEST(written.questions.size() == 1u);
    BOOST_TEST(written.malformed == static_cast<int>(malformed.size()));
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
        R"({"reviews": [{"number": 1, "answer": "B", "critique": ""},
                        {"number": 2, "answer": "none", "critique": "x"},
                        {"number": 0, "answer": "A", "critique": "x"},
                        {"number": "x", "answer": "A"},
                        "A",
                        {"number": 4, "answer": "D", "critique": " two options right "}]})");
    BOOST_TEST_REQUIRE(answers.has_value());
    BOOST_TEST_REQUIRE(answers->size() == 2u);
    BOOST_TEST((*answers)[0].number == 1);
    BOOST_TEST((*answers)[0].answer == 1u);
    BOOST_TEST((*answers)[0].critique == "");
    BOOST_TEST((*answers)[1].number == 4);
    BOOST_TEST((*answers)[1].answer == 3u);
    BOOST_TEST((*answers)[1].critique == "two options right");
    BOOST_TEST(!read_review_answers("no reviews"));
}

BOOST_AUTO_TEST_CASE(letters_and_numbers_as_local_servers_write_them) {
    for (const auto* letter :
         {"c", "(C)", "C.", "C) Carbon dioxide", "Option C", "**C**", "Carbon dioxide"}) {
        const auto written = read({with("correct_option", letter)});
        BOOST_TEST_REQUIRE(written.questions.size() == 1u, letter);
        BOOST_TEST(written.questions[0].correct == 2u, letter);
    }
    for (const auto* letter : {"C or D", "Carbon", "Option", "CD", "none"})
        BOOST_TEST(read({with("correct_option", letter)}).malformed == 1, letter);
    const auto answers = read_review_answers(
        R"([{"number": "1", "answer": "b"}, {"number": 2.0, "answer": "[D]"},
            {"number": 2.5, "answer": "A"}])");
    BOOST_TEST_REQUIRE(answers.has_value());
    BOOST_TEST_REQUIRE(answers->size() == 2u);
    BOOST_TEST((*answers)[0].number == 1);
    BOOST_TEST((*answers)[0].answer == 1u);
    BOOST_TEST((*answers)[1].answer == 3u);
}

BOOST_AUTO_TEST_SUITE_END()
