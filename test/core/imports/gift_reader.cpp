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

question_set read(std::string_view text) {
    auto set = read_gift(text);
    BOOST_REQUIRE_MESSAGE(set.has_value(), set.error().detail);
    return std::move(*set);
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
    BOOST_TEST(many.stem == "Which is\nlongest?");
    BOOST_TEST(many.options == (texts{"Nile", "Rhine", "Elbe", "Oder"}), boost::test_tools::per_element());
    BOOST_TEST(many.correct == 0u);
    BOOST_TEST(many.explanation == "Look");
    BOOST_TEST(to_string(many.level) == "hard");
    BOOST_TEST(many.topic_slug == "geography");
}

BOOST_AUTO_TEST_CASE(the_title_is_a_comment_in_the_first_line_or_the_category) {
    BOOST_TEST(read("// Rivers\n\nQ {=a ~b ~c ~d}").title == "Rivers");
    BOOST_TEST(read("// [tag:easy]\nQ {=a ~b ~c ~d}").title == "");
    BOOST_TEST(read("Q {=a ~b ~c ~d}").title == "");
    const auto of_moodle = read(
        "// question: 0  name: Switch category to x\n$CATEGORY: $course$/top/Default for Biology/Week 1\n\n"
        "Q {=a ~b}");
    BOOST_TEST(of_moodle.title == "Week 1");
    BOOST_TEST(of_moodle.questions[0].topic_slug == "week-1");
}

BOOST_AUTO_TEST_CASE(escapes_are_resolved_and_other_backslashes_stay) {
    const auto question =
        read_one(R"(::a\:\:b::[plain]\{x\}\n  y \\neq \frac {=\=1 ~\~2 ~a\\ ~\#4 ~[plain]%50% x})");
    BOOST_TEST(question.stem == "{x}\n  y \\neq \\frac");
    BOOST_TEST(question.options == (texts{"=1", "~2", "a\\", "#4", "%50% x"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_missing_word_is_five_low_lines_and_the_blanks_stay) {
    BOOST_TEST(read_one("Water boils at {~50 =100 ~20 ~10}, not less.").stem ==
               "Water boils at _____, not less.");
    BOOST_TEST(read_one("The {~Rhine =Nile} is longest.").stem == "The _____ is longest.");
    BOOST_TEST(read_one("{~Rhine =Nile} is longest.").stem == "_____ is longest.");
}

BOOST_AUTO_TEST_CASE(a_tilde_before_the_equals_sign_of_the_key_changes_nothing) {
    const auto question = read_one("I follow a {~high-fat ~=vegetarian ~low-salt ~vitamins} diet.");
    BOOST_TEST(question.options == (texts{"high-fat", "vegetarian", "low-salt", "vitamins"}),
               boost::test_tools::per_element());
    BOOST_TEST(question.correct == 1u);
    BOOST_TEST(read_one("Q {\n~ =a\n~b\n}").options.size() == 2u);
}

BOOST_AUTO_TEST_CASE(weights_of_a_hundred_and_of_nothing_are_one_right_answer) {
    for (const char* text :
         {"Pick {~one ~%100%two ~three ~four}", "Pick {=two ~%-33.333%one ~%-33.333%three ~%-33.333%four}",
          "Pick {~%0%one =two ~%0%three ~%0%four}", "Pick {~%-100%one =%100%two}"}) {
        const auto question = read_one(text);
        BOOST_TEST(question.options[question.correct] == "two", text);
    }
}

BOOST_AUTO_TEST_CASE(line_breaks_of_the_file_stay_and_blank_lines_among_the_answers_too) {
    BOOST_TEST(read_one("What?\nfor i in x\\:\n    print(i)\n{\n=0\n~1\n}").stem ==
               "What?\nfor i in x:\nprint(i)");
    BOOST_TEST(read_one("Which?{\n\n=a\n~b\n\n~c\n~d\n}").options.size() == 4u);
}

BOOST_AUTO_TEST_CASE(questions_may_follow_one_another_without_a_blank_line) {
    const auto set = read(
        "$CATEGORY: top/One\n::1::Q1 {=a ~b}\n::2::Q2 {\n=c\n~d\n}\n$CATEGORY: top/Two\nQ3 {=e ~f} so\n"
        "it goes on.\nQ4 {=g ~h}");
    BOOST_TEST(set.left_out.empty());
    BOOST_REQUIRE(set.questions.size() == 4u);
    BOOST_TEST(set.questions[1].stem == "Q2");
    BOOST_TEST(set.questions[1].topic_slug == "one");
    BOOST_TEST(set.questions[2].stem == "Q3 _____ so\nit goes on.");
    BOOST_TEST(set.questions[2].topic_slug == "two");
    BOOST_TEST(set.questions[3].options[0] == "g");
}

BOOST_AUTO_TEST_CASE(html_becomes_text) {
    const auto question = read_one(
        "// question: 7  name: H\n::H::[html]<p>What is <b>2</b> &lt; 3 &amp; 4\\:<br>true?</p>{\n"
        "\t=<p>yes</p>#<p>Right!</p>\n\t~<p>no</p>\n\t~<p>H<sub>2</sub>O</p>\n\t~<p>x<sup>2</sup></p>\n"
        "\t####<p>One.</p>\\n<p>Two.</p>\n}");
    BOOST_TEST(question.stem == "What is 2 < 3 & 4:\ntrue?");
    BOOST_TEST(question.options == (texts{"yes", "no", "H₂O", "x²"}), boost::test_tools::per_element());
    BOOST_TEST(question.explanation == "One.\n\nTwo.\nyes: Right!");
    BOOST_TEST(read_one("[markdown]Which is **bold**? {=a_b ~_c_ ~`d`}").options[1] == "c");
    BOOST_TEST(read_one("[moodle]a<br>b\nc {=1 ~2}").stem == "a\nb\nc");
    BOOST_TEST(read_one("if (a<b && c>d) &lt; {=1 ~2}").stem == "if (a<b && c>d) <");
}

BOOST_AUTO_TEST_CASE(what_is_no_choice_is_left_out_and_said) {
    const auto set = read(
        "Read the text and choose.\n\n::Q1::The sky is {=blue ~red ~green ~pink}\n\n::Q2::Tell us why.{}\n\n"
        "::Q3::Cats bark.{F}\n\n::Q4::Grass is {~blue ~red =green ~pink}\n");
    BOOST_TEST(set.questions.size() == 2u);
    BOOST_REQUIRE(set.left_out.size() == 3u);
    BOOST_TEST(*set.left_out[0].line == 1);
    BOOST_TEST(set.left_out[0].reason == "it is a text without a question");
    BOOST_TEST(*set.left_out[1].line == 5);
    BOOST_TEST(set.left_out[1].name == "Q2");
    BOOST_TEST(set.left_out[1].reason.starts_with("it is an essay"));
    BOOST_TEST(set.left_out[2].reason.starts_with("it is true or false"));
}

BOOST_AUTO_TEST_CASE(each_kind_that_is_left_out_has_its_reason_and_line) {
    const std::string good = "Q {=a ~b ~c ~d}\n\n";
    const struct {
        const char* text;
        const char* says;
    } cases[] = {
        {"What? {T}", "it is true or false"},
        {"What? {FALSE#no#yes}", "it is true or false"},
        {"What? {#5:1}", "it is a numerical question"},
        {"What? {}", "it is an essay"},
        {"What? {####Good.}", "it is an essay"},
        {"What? {=a =b}", "it is a short answer"},
        {"What? {=a -> b =c -> d}", "it is a matching question"},
        {"Just a description", "it is a text without a question"},
        {"What? {=a ~b\n\nc}", "its braces are not closed"},
        {"What {x} is {=a ~b ~c ~d}", "it has a brace too many"},
        {"What {=a {x} ~b}", "it has a brace too many"},
        {"What {=a ~b ~c ~d} }", "it has a brace too many"},
        {"What {~%50%a ~%50%b ~c ~d}", "it gives a part of the points"},
        {"What {~a ~b ~c ~d}", "it has no right answer"},
        {"What {=a =b ~c ~d}", "it has 2 right answers"},
        {"What {=a ~}", "it has one option; it needs two"},
        {"What {=a ~b ~c ~d ~e ~f ~g ~h ~i ~j ~k}", "it has 11 options; 10 are the most"},
        {"What {=a ~b ~c ~a}", "its option D says the same as option A"},
        {"{=a ~b ~c ~d}", "it has no text"},
    };
    for (const auto& [text, says] : cases) {
        const auto set = read(good + "// a comment\n" + text);
        BOOST_TEST(set.questions.size() == 1u, text);
        BOOST_REQUIRE_MESSAGE(!set.left_out.empty(), text);
        BOOST_TEST(set.left_out[0].reason.starts_with(says), text << " -> " << set.left_out[0].reason);
        BOOST_TEST(*set.left_out[0].line == 4);
    }
    BOOST_TEST(problem_of("W" + std::string(4001, 'x') + "{=a ~b ~c ~d}") ==
               "None of its questions can be imported. Line 1: its text is longer than 4000 characters.");
}

BOOST_AUTO_TEST_CASE(two_to_ten_options_come_in) {
    std::string options = "=a ~b";
    for (std::size_t count = fewest_options; count <= most_options; ++count) {
        BOOST_TEST(read_one("Pick {" + options + "}").options.size() == count);
        options += std::string(" ~") + static_cast<char>('a' + count);
    }
}

BOOST_AUTO_TEST_CASE(a_test_holds_five_hundred) {
    std::string text;
    for (int i = 0; i < 500; ++i)
        text += "Q {=a ~b ~c ~d}\n\n";
    BOOST_TEST(read(text).questions.size() == 500u);
    const auto more = read(text + "and more {=a ~b}");
    BOOST_TEST(more.questions.size() == 500u);
    BOOST_REQUIRE(more.left_out.size() == 1u);
    BOOST_TEST(more.left_out[0].reason == "a test holds 500 questions at most");
    BOOST_TEST(problem_of("// nothing\n") == "There are no questions in it.");
}

BOOST_AUTO_TEST_CASE(the_time_it_takes_grows_with_the_length_alone) {
    const auto many = [](std::string_view part) {
        std::string text;
        while (text.size() < 1'000'000)
            text += part;
        return text;
    };
    BOOST_TEST(problem_of("Q {" + many("~a") + "}").find("right answer") != std::string::npos);
    BOOST_TEST(problem_of("Q {" + many("~a#b") + "}").find("right answer") != std::string::npos);
    BOOST_TEST(problem_of("Q {=" + many("x ") + "~b ~c ~d}").find("its option A is longer") !=
               std::string::npos);
    BOOST_TEST(problem_of("// " + many("[tag:") + "\nQ {=a ~b ~c ~d}") == "none");
    BOOST_TEST(problem_of("// " + many("[tag:") + "]\nQ {=a ~b ~c ~d}") == "none");
    BOOST_TEST(problem_of(many("Q {=a\n\n")).starts_with("None of its questions"));
    BOOST_TEST(problem_of("Q {" + many("=a\n\n")).starts_with("None of its questions"));
    BOOST_TEST(problem_of(many("{")).find("not closed") != std::string::npos);
    for (const char* part : {"<sup>", "<b \"", "<!--", "<script>", "&nbsp", "<p>", "* _", "[a]("})
        BOOST_TEST(problem_of("[html]" + many(part) + "{}").starts_with("None"), part);
}

BOOST_AUTO_TEST_CASE(options_of_html_and_colours_are_no_tags_and_no_feedback) {
    const auto tags = read_one("Which tag makes a link? {=<a> ~<link>#No ~<b>bold</b>}");
    BOOST_TEST(tags.options == (texts{"<a>", "<link>", "bold"}), boost::test_tools::per_element());
    const auto colours = read_one("Which is red? {=#ff0000#Right ~#00ff00 ~blue#No}");
    BOOST_TEST(colours.options == (texts{"#ff0000", "#00ff00", "blue"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(embedded_answers_are_gaps) {
    const auto set =
        read_gift("a {1:MC:~a~=b} c\n\n{:SHORTANSWER:=x}\n\nOne {2:NUMERICAL:=3} {1:MCV:~a~=b}\n\nQ {=a ~b}");
    BOOST_REQUIRE(set.has_value());
    BOOST_TEST(set->questions.size() == 1u);
    BOOST_REQUIRE(set->left_out.size() == 3u);
    for (const auto& part : set->left_out)
        BOOST_TEST(part.reason.starts_with("it is a text with gaps"));
}

BOOST_AUTO_TEST_SUITE_END()
