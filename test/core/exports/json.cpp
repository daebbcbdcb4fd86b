#include "core/exports/json.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/test/unit_test.hpp>

#include "core/imports/check_input.hpp"
#include "test/support/nasty_test.hpp"

using namespace examwright;

BOOST_AUTO_TEST_SUITE(json)

namespace {

std::string text(const boost::json::value& value) {
    return std::string(value.as_string());
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_part_of_a_question_is_there) {
    const auto parsed = boost::json::parse(write_json(test::nasty_test()));
    const auto& test = parsed.as_object();
    BOOST_TEST(text(test.at("title")) == "A::B & <C>");
    const auto& questions = test.at("questions").as_array();
    BOOST_REQUIRE(questions.size() == 2u);
    const auto before = test::nasty_test().questions[0];
    const auto& first = questions[0].as_object();
    BOOST_TEST(text(first.at("question")) == before.stem);
    BOOST_TEST(first.at("options").as_object().size() == 4u);
    BOOST_TEST(text(first.at("options").at("C")) == before.options[2]);
    BOOST_TEST(text(first.at("correct_option")) == "C");
    BOOST_TEST(text(first.at("explanation")) == before.explanation);
    BOOST_TEST(text(first.at("difficulty")) == "hard");
    BOOST_TEST(text(first.at("topic")) == "history");
    BOOST_TEST(text(first.at("source_quote")) == before.source_quote);
    BOOST_TEST(first.at("source_page").as_int64() == 7);
    BOOST_TEST(text(questions[1].at("options").at("E")) == "5");
    BOOST_TEST(questions[1].at("source_page").is_null());
}

BOOST_AUTO_TEST_CASE(check_reads_it) {
    const auto read = read_questions_to_check(write_json(test::nasty_test()));
    BOOST_REQUIRE(read.has_value());
    BOOST_TEST(read->size() == 2u);
    BOOST_TEST((*read)[1].correct == 4u);
}

BOOST_AUTO_TEST_SUITE_END()
