#include "server/cli/check_command.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

#include "test/support/temporary_folder.hpp"

namespace json = boost::json;
using namespace examwright;

namespace {

/// Puts another buffer under a stream, for a scope.
class redirected {
  public:
    redirected(std::ios& stream, std::streambuf* buffer) : stream_(stream), before_(stream.rdbuf(buffer)) {}
    ~redirected() { stream_.rdbuf(before_); }
    redirected(const redirected&) = delete;
    redirected& operator=(const redirected&) = delete;

  private:
    std::ios& stream_;
    std::streambuf* before_;
};

struct check_fixture {
    test::temporary_folder folder;
    std::string out, error;

    int check(std::vector<std::string> arguments, const std::string& input = "") {
        std::ostringstream out_text, error_text;
        std::istringstream in(input);
        const redirected a(std::cout, out_text.rdbuf()), b(std::cerr, error_text.rdbuf()),
            c(std::cin, in.rdbuf());
        const int code = examwright::check_command(arguments);
        out = out_text.str();
        error = error_text.str();
        return code;
    }
    std::string file(const std::string& content) {
        const auto path = folder.path() / "questions.json";
        std::ofstream(path) << content;
        return path.string();
    }
    bool printed(const std::string& part) const { return out.find(part) != std::string::npos; }
};

const std::string clean = R"([{"question": "Which organ pumps blood?",
    "options": {"A": "Liver", "B": "Heart", "C": "Lung", "D": "Skin"}, "correct_option": "B"}])";
const std::string soft = R"([{"question": "Which of these does NOT pump blood?",
    "options": ["Liver", "Heart", "Atrium", "Ventricle"], "correct_option": 0}])";
const std::string hard = R"([
    {"question": "Which organ pumps blood?", "options": ["Liver", "Heart", "Lung", "Skin"], "correct_option": "B"},
    {"question": "According to the passage, which organ is NOT a gland?",
     "options": ["Liver", "Liver ", "Heart", "All of the above"], "correct_option": "C",
     "explanation": "Option A is a gland."}])";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(check_command, check_fixture)

BOOST_AUTO_TEST_CASE(the_exit_code_tells_whether_a_question_would_be_dropped) {
    BOOST_TEST(check({file(clean)}) == 0);
    BOOST_TEST(printed("1 questions, 1 without a flaw, 0 to be dropped"));
    BOOST_TEST(check({file(soft)}) == 0);
    BOOST_TEST(printed("question 1: negative_stem\n"));
    BOOST_TEST(check({file(hard)}) == 1);
    BOOST_TEST(
        printed("question 2: duplicate_options (drops), refers_to_options (drops), negative_stem, "
                "source_speak (drops), letter_reference (drops)\n"));
    BOOST_TEST(!printed("question 1:"));
    BOOST_TEST(printed("source_speak        1  drops"));
    BOOST_TEST(check({"-"}, hard) == 1);
}

BOOST_AUTO_TEST_CASE(json_holds_every_question_and_nothing_else) {
    BOOST_TEST(check({"--json", file(hard)}) == 1);
    const auto list = json::parse(out).as_array();
    BOOST_REQUIRE(list.size() == 2u);
    BOOST_TEST(list[0].as_object().at("number").as_int64() == 1);
    BOOST_TEST(list[0].as_object().at("flaws").as_array().empty());
    const auto& flaws = list[1].as_object().at("flaws").as_array();
    BOOST_TEST(flaws.size() == 5u);
    BOOST_TEST((flaws[0] == json::value{{"flaw", "duplicate_options"}, {"drops", true}, {"at", "Liver"}}));
    BOOST_TEST((flaws[2] == json::value{{"flaw", "negative_stem"}, {"drops", false}, {"at", "NOT"}}));
    BOOST_TEST(check({"-", "--json"}, "[]") == 0);
    BOOST_TEST(out == "[]\n");
}

BOOST_AUTO_TEST_CASE(flaws_of_the_set_are_lines_of_the_text_only) {
    std::string twice = clean.substr(0, clean.size() - 1) + "," + clean.substr(1);
    BOOST_TEST(check({"-"}, twice) == 0);
    BOOST_TEST(printed("set: question 1 and question 2 ask the same"));
    BOOST_TEST(check({"-", "--json"}, twice) == 0);
    BOOST_TEST(!printed("set"));
}

BOOST_AUTO_TEST_CASE(unreadable_input_is_told_in_a_sentence) {
    BOOST_TEST(check({file("[{\"question\":")}) == 2);
    BOOST_TEST(error.find("can't be checked. It is no JSON") != std::string::npos);
    BOOST_TEST(out.empty());
    BOOST_TEST(check({(folder.path() / "nowhere.json").string()}) == 2);
    BOOST_TEST(error.find("can't be read") != std::string::npos);
    BOOST_TEST(check({folder.path().string()}) == 2);
    BOOST_TEST(error.find("can't be read") != std::string::npos);
    BOOST_TEST(check({"-"}, R"([{"question": "Q"}])") == 2);
    BOOST_TEST(error.find("Question 1: it has no \"options\"") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(wrong_use_is_told_apart) {
    BOOST_TEST(check({}) == 2);
    BOOST_TEST(check({"--wrong"}) == 2);
    BOOST_TEST(check({"a.json", "b.json"}) == 2);
    BOOST_TEST(check({"--help"}) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
