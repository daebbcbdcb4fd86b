#include "core/question/question_reader.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include "core/claude/loose_json.hpp"
#include "core/question/item_list.hpp"
#include "core/question/option_finder.hpp"

using namespace examwright;
using namespace std::string_literals;
namespace json = boost::json;

BOOST_AUTO_TEST_SUITE(question_reader)

namespace {

std::vector<result<question>> read(std::string_view text) {
    const auto items = find_item_list(find_json_values(text), looks_like_question);
    return items ? read_questions(*items, 100) : std::vector<result<question>>();
}

/// "stem: option/option*/option", the key marked.
std::string shown(const result<question>& read) {
    if (!read)
        return read.error().detail;
    auto text = read->stem + ":";
    for (std::size_t i = 0; i < read->options.size(); ++i)
        text += (i ? "/" : " ") + read->options[i] + (i == read->correct ? "*" : "");
    return text;
}

const auto capital = "Capital of Peru?: Lima*/Cusco/Quito/La Paz"s;

}  // namespace

BOOST_AUTO_TEST_CASE(one_question_in_many_shapes) {
    for (
        const auto* text : {
            R"({"question": "Capital of Peru?", "options": {"A": "Lima", "B": "Cusco", "C": "Quito", "D": "La Paz"}, "correct_option": "A"})",
            R"({"question": "Capital of Peru?", "options": {"a": "Lima", "b": "Cusco", "c": "Quito", "d": "La Paz"}, "answer": "a"})",
            R"x({"stem": "Capital of Peru?", "choices": {"a)": "Lima", "b)": "Cusco", "c)": "Quito", "d)": "La Paz"}, "correct": "a)"})x",
            R"({"question": "Capital of Peru?", "options": {"option_b": "Cusco", "option_a": "Lima", "option_c": "Quito", "option_d": "La Paz"}, "correctAnswer": "option_a"})",
            R"({"Question": "Capital of Peru?", "A": "Lima", "B": "Cusco", "C": "Quito", "D": "La Paz", "Answer": "A"})",
            R"({"question": "Capital of Peru?", "option_a": "Lima", "option_b": "Cusco", "option_c": "Quito", "option_d": "La Paz", "correct_option": "A."})",
            R"({"question": "Capital of Peru?", "option1": "Lima", "option2": "Cusco", "option3": "Quito", "option4": "La Paz", "answer": "Lima"})",
            R"({"question": "Capital of Peru?", "options": ["Lima", "Cusco", "Quito", "La Paz"], "correct_option": 0})",
            R"({"question": "Capital of Peru?", "options": ["Lima", "Cusco", "Quito", "La Paz"], "correct_index": "0"})",
            R"({"question": "Capital of Peru?", "options": ["Lima", "Cusco", "Quito", "La Paz"], "answer": "lima."})",
            R"({"question": "Capital of Peru?", "options": ["Lima", "Cusco", "Quito", "La Paz"], "answer": ["Lima"]})",
            R"({"question": "Capital of Peru?", "answers": ["A) Lima", "B) Cusco", "C) Quito", "D) La Paz"], "correct_answer": "A) Lima"})",
            R"({"question": "Capital of Peru?", "options": [{"label": "A", "text": "Lima"}, {"label": "B", "text": "Cusco"}, {"label": "C", "text": "Quito"}, {"label": "D", "text": "La Paz"}], "answer": "Option A"})",
            R"({"question": "Capital of Peru?", "options": [{"text": "Lima", "is_correct": true}, {"text": "Cusco", "is_correct": false}, {"text": "Quito"}, {"text": "La Paz"}]})",
            R"({"question": "Capital of Peru?", "options": {"A": {"text": "Lima", "correct": true}, "B": {"text": "Cusco"}, "C": {"text": "Quito"}, "D": {"text": "La Paz"}}})",
            R"({"question": "Capital of Peru?", "options": [{"id": "x7", "text": "Lima"}, {"id": "x8", "text": "Cusco"}, {"id": "x9", "text": "Quito"}, {"id": "y1", "text": "La Paz"}], "correct_id": "x7"})",
            R"({"question": "Capital of Peru?", "options": [{"A": "Lima"}, {"B": "Cusco"}, {"C": "Quito"}, {"D": "La Paz"}], "key": "A"})",
            R"({"question": "Capital of Peru?", "options": {"Lima": true, "Cusco": false, "Quito": false, "La Paz": false}})",
            R"({"question": "Capital of Peru?", "options": "1. Lima\n2. Cusco\n3. Quito\n4. La Paz", "answer": 1})",
            R"({"question": "Capital of Peru?", "options": ["1. Lima", "2. Cusco", "3. Quito", "4. La Paz"], "answer": "1"})",
            R"({"question": "Capital of Peru?", "options": ["1. Lima", "2. Cusco", "3. Quito", "4. La Paz"], "answer": "1. Lima"})",
            R"({"question": "Capital of Peru?", "options": ["i) Lima", "ii) Cusco", "iii) Quito", "iv) La Paz"], "answer": "i"})",
            R"({"question": "Capital of Peru?", "options": ["A - Lima", "B - Cusco", "C - Quito", "D - La Paz"], "answer": "A - Lima"})",
            R"({"question": "Capital of Peru?", "options": ["A：Lima", "B：Cusco", "C：Quito", "D：La Paz"], "answer": "A"})",
            R"({"question": "Capital of Peru?", "options": ["Lima", "Cusco", "Quito", "La Paz"], "answer": "The correct answer is A"})",
            R"({"question": "Capital of Peru?", "options": ["Lima", "Cusco", "Quito", "La Paz"], "answer": "Correct answer: Option A."})",
            R"({"question": "Capital of Peru?", "options": ["Lima", "Cusco", "Quito", "La Paz"], "answer": "The answer is Lima."})",
            R"({"question": "Capital of Peru?", "options": ["Lima", "Cusco", "Quito", "La Paz"], "answer": "A is the correct answer."})",
            R"({"question": "Capital of Peru?", "options": [{"text": "Lima", "correct": "true"}, {"text": "Cusco", "correct": "false"}, {"text": "Quito", "correct": "False"}, {"text": "La Paz", "correct": "no"}]})",
            R"({"question": "Capital of Peru?", "options": "A) Lima\nB) Cusco\nC) Quito\nD) La Paz", "answer": "A"})",
            R"({"source_quote": "x", "idea": "y", "question": "Capital of Peru?", "key": "Lima", "wrong_1": "Cusco", "wrong_2": "Quito", "wrong_3": "La Paz"})",
            R"({"question": "Capital of Peru?", "correct_answer": "Lima", "distractors": ["Cusco", "Quito", "La Paz"]})",
            R"({"question": "Capital of Peru?", "answer": "Lima", "incorrect_answers": ["Cusco", "Quito", "La Paz"]})",
            R"({"mcq": {"question": "Capital of Peru?", "options": ["Lima", "Cusco", "Quito", "La Paz"], "answer": "A"}})",
            R"({"pregunta": "Capital of Peru?", "opciones": ["Lima", "Cusco", "Quito", "La Paz"], "respuesta_correcta": "a"})",
        }) {
        const auto questions = read("["s + text + "]");
        BOOST_TEST_REQUIRE(questions.size() == 1u, text);
        BOOST_TEST(shown(questions[0]) == capital, text);
    }
}

BOOST_AUTO_TEST_CASE(lists_wherever_they_stand) {
    const auto q = [](std::string stem) {
        return R"({"question": ")" + stem + R"(", "options": ["1 m", "2 m", "3 m", "4 m"], "answer": "B"})";
    };
    const auto two = q("One?") + ", " + q("Two?");
    for (const auto& text :
         {"[" + two + "]", "{\"mcqs\": [" + two + "]}", "{\"quiz\": {\"questions\": [" + two + "]}}",
          "{\"1\": " + q("One?") + ", \"2\": " + q("Two?") + "}", q("One?") + "\n" + q("Two?"),
          "<think>Like " + q("Eg?") + ", so [1]...</think>\n```json\n[" + two + "]\n```",
          "[" + two + "] was for example {\"mcqs\": []}"}) {
        const auto questions = read(text);
        BOOST_TEST_REQUIRE(questions.size() == 2u, text);
        BOOST_TEST(shown(questions[0]) == "One?: 1 m/2 m*/3 m/4 m", text);
    }
}

BOOST_AUTO_TEST_CASE(numbers_of_keys_count_from_where_all_of_them_say) {
    const auto list = [](std::initializer_list<int> keys) {
        std::string text;
        for (const int key : keys)
            text += (text.empty() ? "[" : ", ") +
                    R"({"question": "Q?", "options": ["w", "x", "y", "z"], "answer": )"s +
                    std::to_string(key) + "}";
        return text + "]";
    };
    BOOST_TEST(read(list({0, 2})).at(1)->correct == 2u);
    BOOST_TEST(read(list({4, 2})).at(1)->correct == 1u);
    BOOST_TEST(!read(list({0, 4})).at(1).has_value());
    BOOST_TEST(shown(read(R"([{"question": "Q?", "options": [10, 20, 30, 40], "answer": 30}])").at(0)) ==
               "Q?: 10/20/30*/40");
}

BOOST_AUTO_TEST_CASE(marks_are_taken_off) {
    const auto one = [](std::string stem, std::string options) {
        return shown(
            read(R"([{"question": ")" + stem + R"(", "options": [)" + options + R"(], "answer": "A"}])")
                .at(0));
    };
    const auto plain = R"("w", "x", "y", "z")"s;
    BOOST_TEST(one("Question 1: Why?", plain) == "Why?: w*/x/y/z");
    BOOST_TEST(one("<p>Why?</p>", plain) == "Why?: w*/x/y/z");
    BOOST_TEST(one("What&#39;s **it**?", plain) == "What's it?: w*/x/y/z");
    BOOST_TEST(one("Why?", R"("a) w", "b) x", "c) y", "d) z")") == "Why?: w*/x/y/z");
    BOOST_TEST(one("Why?", R"("A. w", "B. x", "C. y", "D. z")") == "Why?: w*/x/y/z");
    BOOST_TEST(one("Why?", R"("(A) w", "(B) x", "(C) y", "(D) z")") == "Why?: w*/x/y/z");
    BOOST_TEST(one("Why?", R"("<p>w</p>", "<b>x</b>", "**y**", "z &amp; a")") == "Why?: w*/x/y/z & a");
    const auto counted = read(R"([{"question": "1. Why?", "options": ["w", "x"], "answer": "A"},
                                  {"question": "2. How?", "options": ["w", "x"], "answer": "A"}])");
    BOOST_TEST(shown(counted.at(1)) == "How?: w*/x");
}

BOOST_AUTO_TEST_CASE(numbers_before_stems_that_run_on_are_taken_off) {
    const auto stems = [](std::initializer_list<const char*> written) {
        json::array items;
        for (const auto* stem : written)
            items.push_back(
                json::object{{"question", stem}, {"options", json::array{"w", "x"}}, {"answer", "A"}});
        std::string all;
        for (const auto& each : read(json::serialize(items)))
            all += each->stem + " ";
        return all;
    };
    BOOST_TEST(stems({"1. Why?", "2. How?", "3. Who?", "4. What?", "W?", "X?", "Y?", "Z?"}) ==
               "Why? How? Who? What? W? X? Y? Z? ");
    BOOST_TEST(stems({"5. Why?", "6. How?"}) == "Why? How? ");
    BOOST_TEST(stems({"W?", "X?", "3) Why?", "Y?", "5) How?", "Z?"}) == "W? X? Why? Y? How? Z? ");
    BOOST_TEST(stems({"(1) Why?", "(2) How?"}) == "Why? How? ");
    BOOST_TEST(stems({"Q1. Why?", "Question 2 - How?", "W?", "X?"}) == "Why? How? W? X? ");
    BOOST_TEST(stems({"1.5 l of what?", "2.5 l of what?"}) == "1.5 l of what? 2.5 l of what? ");
    BOOST_TEST(stems({"(1) All fly. (2) Some swim. So?", "W?"}) == "(1) All fly. (2) Some swim. So? W? ");
    BOOST_TEST(stems({"3. Oktober: was?", "9. November: was?"}) == "3. Oktober: was? 9. November: was? ");
    BOOST_TEST(stems({"1. Weltkrieg: wann?", "2. Weltkrieg: wann?"}) ==
               "1. Weltkrieg: wann? 2. Weltkrieg: wann? ");
    BOOST_TEST(stems({"1. Hauptsatz: was?", "2. Newtonsches Gesetz: was?", "3. Person: wer?"}) ==
               "1. Hauptsatz: was? 2. Newtonsches Gesetz: was? 3. Person: wer? ");
    BOOST_TEST(stems({"1. Was?", "2. Wer?", "3. Person: wer?"}) == "Was? Wer? Person: wer? ");
    BOOST_TEST(stems({"1. Was?", "2. Wer?", "1. Weltkrieg: wann?"}) == "Was? Wer? 1. Weltkrieg: wann? ");
}

BOOST_AUTO_TEST_CASE(what_looks_like_a_mark_and_is_none_stays) {
    const auto same = [](std::string stem, std::vector<std::string> options) {
        json::array list;
        std::string expected = stem + ":";
        for (std::size_t i = 0; i < options.size(); ++i) {
            list.push_back(json::string(options[i]));
            expected += (i ? "/" : " ") + options[i] + (i ? "" : "*");
        }
        const json::array items{json::object{{"question", stem}, {"options", list}, {"answer", "A"}}};
        BOOST_TEST(shown(read(json::serialize(items)).at(0)) == expected);
    };
    same("Who said so?", {"A. Einstein", "B. Pascal", "M. Curie", "N. Bohr"});
    same("1. Weltkrieg: Wann begann er?", {"1914", "1915", "1916", "1917"});
    same("Which HTML tag makes a paragraph?", {"<p>", "<b>x</b>", "<i>", "&lt;"});
    same("What is 2**3**2 in Python?", {"512", "64", "**kwargs", "a < b and c > d"});
    same("When is the feast?", {"1. Mai", "2. Mai", "3. Mai", "4. Mai"});
    same("Which arrow is one way?", {"A - B", "B - C", "C - D", "D - A"});
    same("Which span?", {"1 - 2", "2 - 3", "3 - 4", "4 - 5"});
    same("Which act?", {"I - Exposition", "IV - Retardation", "II", "III"});
    same("What closes it?", {"</p>", "<br>", "<b>", "<i>"});
}

BOOST_AUTO_TEST_CASE(a_formula_that_cannot_be_read_costs_its_question) {
    const auto questions = read(
        R"([{"question": "What is $\frac{1}{2}$?", "options": ["$\theta$", "x", "y", "z"], "answer": "A"},
                                    {"question": "Match \bword\b?", "options": ["w", "x", "y", "z"], "answer": "A"}])");
    BOOST_TEST(shown(questions.at(0)) == R"(What is $\frac{1}{2}$?: $\theta$*/x/y/z)");
    BOOST_TEST(shown(questions.at(1)) == torn_sentence);
}

BOOST_AUTO_TEST_CASE(parts_are_bounded) {
    const auto text =
        R"([{"question": ")" + std::string(5000, 'x') + R"(", "options": ["w", "x"], "answer": "A"}])";
    BOOST_TEST(shown(read(text).at(0)) == "a part of it is longer than 4000 characters");
}

BOOST_AUTO_TEST_SUITE_END()
