#include <boost/test/unit_test.hpp>
#include <functional>

#include "core/exports/aiken.hpp"
#include "core/exports/blooket.hpp"
#include "core/exports/canvas.hpp"
#include "core/exports/csv.hpp"
#include "core/exports/docx.hpp"
#include "core/exports/exported_test.hpp"
#include "core/exports/gift.hpp"
#include "core/exports/moodle_xml.hpp"
#include "core/exports/qti.hpp"
#include "core/imports/archive_reader.hpp"
#include "core/imports/import_format.hpp"
#include "test/support/zip_reader.hpp"

using namespace examwright;

// Every format that is both written and read: a question comes back as it was, as far as the format has it.
// (JSON is read by the server: test/e2e/exports.cpp.)
BOOST_AUTO_TEST_SUITE(round_trip)

namespace {

question made(std::string stem, std::vector<std::string> options, std::size_t correct,
              std::string explanation) {
    question each;
    each.stem = std::move(stem);
    each.options = std::move(options);
    each.correct = correct;
    each.explanation = std::move(explanation);
    each.level = difficulty::hard;
    each.topic_slug = "cell-biology";
    each.source_quote = "He said: \"x < y & z\".";
    each.source_page = 12;
    return each;
}

exported_test nasty_questions() {
    const std::string long_option(300, 'w');
    exported_test test;
    test.id = "0b5a0d1e-3c53-4d0f-9a52-5d6f1a5f0001";
    test.title = "Nasty: <b> & {x} ::y:: // z";
    test.questions = {
        made("=SUM(A1:A9) and \\(a<b\\), \\(x^2\\) or \\[\\frac{1}{2}\\]?",
             {"007", "1/2", "50%", "=2*3", "+1", "@x", "-1"}, 3, "=HYPERLINK(\"http://127.0.0.1/\",\"x\")"),
        made("How is & written: &amp; or &#38; or &nbsp;?",
             {"&amp;", "&#38;", "&#x26;", "&lt;b&gt;", "<b>", "<br>"}, 1, "&lt; is <"),
        made("What does {this} print: \\n ~ = # : \\ // -> %50%?",
             {"a -> b", "{=x ~y}", "####", "T", "%100%x"}, 1, "[html] is [plain]"),
        made("ما هو ناتج 3 + 4 × 2؟", {"11", "14", "٧٫٥", "صفر 0"}, 0, "لأن الضرب أولا."),
        made("Which is larger, O(n) or O(n log n) :-) 8-) |-. (y)?",
             {"O(n)", "f(y)", "H₂O", "H2O", "10²", "102", "Na", "NA", "-sin x", "sin x"}, 9,
             "It's \"so\" — 🦀 'tis."),
        made("_x_ *y* `z` [k](l) ![m](n)\\_ 1. 2) A) B. ANSWER: B",
             {long_option, "a@b_c.org", "https://x.org/a_b?c=1&d=2"}, 2, "Answer: see Page 3"),
        made("Two", {"yes", "no"}, 1, ""),
    };
    for (std::size_t i = 0; i < test.questions.size(); ++i)
        test.ids.push_back("0b5a0d1e-3c53-4d0f-9a52-5d6f1a5f010" + std::to_string(i));
    return normalized_for_export(std::move(test));
}

/// Those of several lines, which some formats have as one.
exported_test indented_questions() {
    auto test = nasty_questions();
    test.questions = {made("What does this return?\ndef f(n):\n    total = 0\n\twhile n:\n\n        n -= 1",
                           {"for (;;)\n\tf();", "a  b", "x\n\ny", "1"}, 0, "First\n\n  third & last"),
                      made("one\ntwo", {"a\nb", "c\nd"}, 1, "x\ny")};
    test.ids.resize(2);
    return normalized_for_export(std::move(test));
}

std::string parts_of(const std::string& archive) {
    std::string parts;
    for (const auto& [name, content] : test::read_zip(archive))
        if (name.ends_with(".xml"))
            parts += "\f" + name + "\n" + content;
    return parts;
}

question_set taken(result<question_set> set) {
    BOOST_REQUIRE_MESSAGE(set.has_value(), set.error().detail);
    return std::move(*set);
}

question_set detected(const std::string& text) {
    return taken(read_question_text(detect_import_format(text), text));
}

enum parts_told : unsigned {
    choice = 0,
    explanation = 1,
    level = 2,
    topic = 4,
    quote = 8,
    page = 16,
    lines = 32
};

struct format_both_ways {
    const char* name;
    std::function<question_set(const exported_test&)> there_and_back;
    unsigned told;
};

const format_both_ways all_formats[] = {
    {"csv", [](const exported_test& test) { return detected(write_csv(test)); },
     explanation | level | topic | quote | page | lines},
    {"gift", [](const exported_test& test) { return detected(write_gift(test)); },
     explanation | level | topic | lines},
    {"moodle-xml", [](const exported_test& test) { return detected(write_moodle_xml(test)); },
     explanation | level | topic | lines},
    {"qti", [](const exported_test& test) { return taken(read_archive(parts_of(write_qti(test)))); },
     explanation | quote | page | lines},
    {"canvas", [](const exported_test& test) { return taken(read_archive(parts_of(write_canvas(test)))); },
     explanation | lines},
    {"docx", [](const exported_test& test) { return taken(read_archive(parts_of(write_docx(test)))); },
     explanation | quote | page},
    {"aiken", [](const exported_test& test) { return detected(write_aiken(test)); }, choice},
};

void check_same(const question& back, const question& before, const format_both_ways& format) {
    BOOST_TEST_CONTEXT(format.name << ": " << before.stem) {
        const auto has = [&](unsigned part) { return (format.told & part) != 0; };
        BOOST_TEST(back.stem == before.stem);
        BOOST_TEST(back.options == before.options, boost::test_tools::per_element());
        BOOST_TEST(back.correct == before.correct);
        if (has(explanation))
            BOOST_TEST(back.explanation == before.explanation);
        if (has(level))
            BOOST_TEST(to_string(back.level) == to_string(before.level));
        if (has(topic))
            BOOST_TEST(back.topic_slug == before.topic_slug);
        if (has(quote))
            BOOST_TEST(back.source_quote == before.source_quote);
        if (has(page))
            BOOST_TEST(back.source_page.value_or(0) == before.source_page.value_or(0));
    }
}

void check_round_trip(const exported_test& test, const format_both_ways& format) {
    const auto set = format.there_and_back(test);
    BOOST_TEST(set.left_out.empty(), format.name);
    BOOST_REQUIRE_MESSAGE(set.questions.size() == test.questions.size(), format.name);
    for (std::size_t i = 0; i < set.questions.size(); ++i)
        check_same(set.questions[i], test.questions[i], format);
}

}  // namespace

BOOST_AUTO_TEST_CASE(questions_come_back_from_every_format) {
    for (const auto& format : all_formats)
        check_round_trip(nasty_questions(), format);
}

BOOST_AUTO_TEST_CASE(lines_and_indentations_come_back_where_the_format_has_them) {
    for (const auto& format : all_formats)
        if ((format.told & lines) != 0)
            check_round_trip(indented_questions(), format);
}

BOOST_AUTO_TEST_CASE(places_come_back_under_every_name) {
    for (const char* name : {"page", "slide", "chapter", "section", "minute"})
        for (const auto& format : all_formats)
            if ((format.told & page) != 0) {
                auto test = nasty_questions();
                test.page_name = name;
                check_round_trip(test, format);
            }
}

BOOST_AUTO_TEST_CASE(blooket_comes_back_on_one_line) {
    auto test = nasty_questions();
    test.questions = {test.questions[3], test.questions[6]};
    const auto set = detected(write_blooket(test));
    BOOST_REQUIRE(set.questions.size() == 2u);
    BOOST_TEST(set.questions[0].stem == test.questions[0].stem);
    BOOST_TEST(set.questions[1].options == test.questions[1].options, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
