#include "core/imports/gift_reader.hpp"

#include <boost/test/unit_test.hpp>

using namespace examwright;

BOOST_AUTO_TEST_SUITE(gift_reader)

namespace {

question read_one(std::string_view text) {
    const auto set = read_gift(text);
    BOOST_REQUIRE_MESSAGE(set.has_value(), set.error().detail);
    BOOST_REQUIRE(set->questions.size() == 1u);
    return set->questions[0];
}

std::string problem_of(std::string_view text) {
    const auto set = read_gift(text);
    return set ? "none" : set.error().detail;
}

using texts = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_CASE(a_question_on_one_line_and_one_on_many) {
    const auto one = read_one("Which is longest? {~Rhine =Nile ~Elbe ~Oder}");
    BOOST_TEST(one.stem == "Which is longest?");
    BOOST_TEST(one.options == (texts{"Rhine", "Nile", "Elbe", "Oder"}), boost::test_tools::per_element());
    BOOST_TEST(one.correct == 1u);
    const auto many = read_one(
        "\xEF\xBB\xBF// Rivers\r\n\r\n$CATEGORY: a/b\r\n\r\n// [tag:hard][tag: geography "
        "]\r\n::Q1::[plain]Which is\r\n"
        "  longest?\r\n{\r\n  =Nile\r\n  ~ Rhine\r\n  // not an option\r\n  ~Elbe\r\n  ~Oder\r\n  #### "
        "Look\r\n}\r\n");
    BOOST_TEST(many.stem == "Which is longest?");
    BOOST_TEST(many.options == (texts{"Nile", "Rhine", "Elbe", "Oder"}), boost::test_tools::per_element());
    BOOST_TEST(many.correct == 0u);
    BOOST_TEST(many.explanation == "Look");
    BOOST_TEST(to_string(many.level) == "hard");
    BOOST_TEST(many.topic_slug == "geography");
}

BOOST_AUTO_TEST_CASE(the_title_is_a_comment_in_the_first_line) {
    BOOST_TEST(read_gift("// Rivers\n\nQ {=a ~b ~c ~d}")->title == "Rivers");
    BOOST_TEST(read_gift("// [tag:easy]\nQ {=a ~b ~c ~d}")->title == "");
    BOOST_TEST(read_gift("Q {=a ~b ~c ~d}")->title == "");
}

BOOST_AUTO_TEST_CASE(escapes_are_resolved_and_other_backslashes_stay) {
    const auto question =
        read_one(R"(::a\:\:b::\{x\}\n  y \\neq \frac {=\=1 ~\~2 ~a\\ ~\#4 ~[plain]%50% x})");
    BOOST_TEST(question.stem == "{x}\n  y \\neq \\frac");
    BOOST_TEST(question.options == (texts{"=1", "~2", "a\\", "#4", "%50% x"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_word_may_be_missing_and_options_may_have_feedback) {
    const auto question = read_one("The {~Rhine#too short =Nile#yes ~Elbe ~Oder} is longest.");
    BOOST_TEST(question.stem == "The _____ is longest.");
    BOOST_TEST(question.explanation == "Rhine: too short\nNile: yes");
    BOOST_TEST(read_one("{~Rhine =Nile ~Elbe ~Oder} is longest.").stem == "_____ is longest.");
}

BOOST_AUTO_TEST_CASE(anything_else_is_refused_with_its_number_and_line) {
    const std::string good = "Q {=a ~b ~c ~d}\n\n";
    const struct {
        const char* text;
        const char* says;
    } cases[] = {
        {"What? {T}", "it is true or false"},
        {"What? {#5:1}", "it is a numerical question"},
        {"What? {}", "it is an essay"},
        {"What? {####Good.}", "it is an essay"},
        {"What? {=a =b}", "it is a short answer"},
        {"What? {=a -> b =c -> d}", "it is a matching question"},
        {"Just a description", "it has no answers in braces"},
        {"What? {=a ~b\n\n~c}", "its braces are not closed"},
        {"::What {=a ~b}", "its name has no ::"},
        {"What {x} is {=a ~b ~c ~d}", "it has a brace too many"},
        {"What {=a {x} ~b}", "it has a brace too many"},
        {"What {=a ~b ~c ~d} }", "it has a brace too many"},
        {"What {~%50%a ~%50%b ~c ~d}", "it weighs its options"},
        {"What {~a ~b ~c ~d}", "it has 0 right answers"},
        {"What {=a =b ~c ~d}", "it has 2 right answers"},
        {"[html]<p>What</p> {=a ~b ~c ~d}", "its text is [html]"},
        {"What {=[markdown]*a* ~b ~c ~d}", "its text is [markdown]"},
        {"What {=a ~b ~c}", "options.D is missing"},
        {"What {=a ~b ~c ~d ~e ~f}", "options are more than 5"},
        {"What {=a ~b ~c ~A.}", "options.D says the same as options.A"},
        {"What {=a ~ ~c ~d}", "options.B is empty"},
        {"{=a ~b ~c ~d}", "question is empty"},
    };
    for (const auto& [text, says] : cases) {
        const auto detail = problem_of(good + "// a comment\n" + text);
        BOOST_TEST(detail.starts_with(std::string("Question 2, line 4: ") + says), text << " -> " << detail);
    }
    BOOST_TEST(problem_of(good + "W" + std::string(4001, 'x') + "{=a ~b ~c ~d}") ==
               "Question 2, line 3: question is longer than 4000 characters.");
}

BOOST_AUTO_TEST_CASE(there_must_be_one_to_twenty) {
    std::string text;
    for (int i = 0; i < 20; ++i)
        text += "Q {=a ~b ~c ~d}\n\n";
    BOOST_TEST(read_gift(text)->questions.size() == 20u);
    BOOST_TEST(problem_of(text + "and more").starts_with("questions are 21;"));
    BOOST_TEST(problem_of("// nothing\n").starts_with("questions are 0;"));
}

BOOST_AUTO_TEST_CASE(the_time_it_takes_grows_with_the_length_alone) {
    const auto many = [](std::string_view part) {
        std::string text;
        while (text.size() < 1'000'000)
            text += part;
        return text;
    };
    BOOST_TEST(problem_of("Q {" + many("~a") + "}").find("right answers") != std::string::npos);
    BOOST_TEST(problem_of("Q {" + many("~a#b") + "}").find("right answers") != std::string::npos);
    BOOST_TEST(problem_of("Q {=" + many("x ") + "~b ~c ~d}").find("options.A is longer") !=
               std::string::npos);
    BOOST_TEST(problem_of("// " + many("[tag:") + "\nQ {=a ~b ~c ~d}") == "none");
    BOOST_TEST(problem_of("// " + many("[tag:") + "]\nQ {=a ~b ~c ~d}") == "none");
    BOOST_TEST(problem_of(many("Q {=a\n\n")).starts_with("questions are"));
    BOOST_TEST(problem_of(many("{")).find("not closed") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
