#include "core/offline/cloze_author.hpp"

#include <boost/test/unit_test.hpp>
#include <set>
#include <string>

#include "core/document/document_text.hpp"
#include "core/document/quote_finder.hpp"
#include "core/offline/cloze_text.hpp"
#include "core/quality/flaws.hpp"
#include "core/text/unicode.hpp"
#include "test/support/cloze_questions.hpp"
#include "test/support/text_file.hpp"

using namespace examwright;
using test::write_questions;

namespace {

/// The stem with an option where the blank is.
std::string expand_template(const question& question, std::size_t option) {
    auto text = question.stem;
    return text.replace(text.find(cloze_blank), cloze_blank.size(), question.options.at(option));
}

/// What the issue promises of every question of the offline author.
void check_true(const question& question, const std::string& material) {
    const auto text = as_one_line(material);
    const document_text document(material);
    BOOST_TEST_CONTEXT(question.stem) {
        BOOST_REQUIRE_EQUAL(question.options.size(), 4u);
        BOOST_TEST(expand_template(question, question.correct) == question.source_quote);
        BOOST_TEST(text.find(question.source_quote) != text.npos);
        BOOST_TEST(find_quote(document, 0, material.size(), question.source_quote).has_value());
        for (std::size_t i = 0; i < 4; ++i) {
            BOOST_TEST(casefold(text).find(casefold(question.options[i])) != text.npos);
            if (i != question.correct)
                BOOST_TEST(casefold(question.source_quote).find(casefold(question.options[i])) == text.npos);
        }
        BOOST_TEST(find_flaws(question).empty());
        const bool capital = is_upper(decode_at(question.source_quote, 0).value);
        const bool opens = question.stem.starts_with(cloze_blank);
        for (const auto& option : question.options)  // or the capital would tell
            BOOST_TEST((!opens || !capital || is_upper(decode_at(option, 0).value)), option);
        BOOST_TEST(question.explanation.find(question.source_quote) != text.npos);
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(cloze_author)

BOOST_AUTO_TEST_CASE(each_stem_is_a_sentence_with_a_term_left_out) {
    for (const auto* name : {"rivers_en", "rivers_es", "rivers_ru", "rivers_ar", "rivers_zh"}) {
        const auto material = test::read_text(name);
        const auto questions = write_questions(material, 10);
        BOOST_TEST(questions.size() == 10u, name << ": " << questions.size());
        for (const auto& question : questions)
            check_true(question, material);
    }
}

BOOST_AUTO_TEST_CASE(a_document_of_some_pages_gives_25_questions_from_as_many_sentences) {
    const auto material = test::read_text("rivers_en");
    const auto questions = write_questions(material, 25);
    std::set<std::string> stems, quotes, keys;
    for (const auto& question : questions) {
        stems.insert(question.stem);
        quotes.insert(question.source_quote);
        keys.insert(question.options[question.correct]);
    }
    BOOST_TEST(stems.size() == 25u);
    BOOST_TEST(quotes.size() == 25u);
    BOOST_TEST(keys.size() == 25u);
    // From its beginning to its end.
    BOOST_TEST(material.find(questions.back().source_quote.substr(0, 30)) > material.size() / 2);
}

BOOST_AUTO_TEST_CASE(what_exists_is_not_asked_again) {
    const auto material = test::read_text("rivers_en");
    std::string existing;
    std::set<std::string> quotes;
    for (const auto& question : write_questions(material, 12)) {
        existing += "- " + question.stem + " Answer: " + question.options[question.correct] + "\n";
        quotes.insert(question.source_quote);
    }
    const auto more = write_questions(material, 12, existing);
    BOOST_TEST(more.size() == 12u);
    for (const auto& question : more) {
        BOOST_TEST(existing.find(question.stem) == existing.npos);
        BOOST_TEST(!quotes.contains(question.source_quote));  // other sentences while there are any
    }
}

BOOST_AUTO_TEST_CASE(fewer_than_asked_from_a_short_material_and_none_from_nothing) {
    const std::string material =
        "The heart pumps blood through the arteries of the body. The lungs bring oxygen into the blood of "
        "the body. "
        "The liver removes poison from the blood after a meal. The kidneys press water through the filter of "
        "the "
        "nephron.";
    const auto questions = write_questions(material, 40);
    BOOST_TEST(!questions.empty());
    BOOST_TEST(questions.size() < 40u);
    std::set<std::string> stems;
    for (const auto& question : questions)
        BOOST_TEST(stems.insert(question.stem).second);
    BOOST_TEST(write_questions("", 5).empty());
    BOOST_TEST(write_questions("A heading\n\n- a list\n- of items", 5).empty());
    BOOST_TEST(write_questions(material, 0).empty());
}

BOOST_AUTO_TEST_CASE(the_same_order_gives_the_same_questions_and_a_fitting_topic) {
    const auto material = test::read_text("rivers_en");
    const auto first = write_questions(material, 8);
    const auto second = write_questions(material, 8);
    for (std::size_t i = 0; i < first.size(); ++i) {
        BOOST_TEST(first[i].stem == second[i].stem);
        BOOST_TEST(first[i].options == second[i].options, boost::test_tools::per_element());
    }
    BOOST_TEST(first.front().topic_slug == "economics");  // none fits: the first
}

BOOST_AUTO_TEST_CASE(any_bytes_are_survived) {
    std::string noise;
    std::uint32_t state = 7;
    for (int i = 0; i < 20'000; ++i) {
        state = state * 1664525 + 1013904223;
        noise += static_cast<char>(state >> 24);
    }
    write_questions(noise, 5);
    std::string words;
    for (int i = 0; i < 4000; ++i)
        words += i % 12 == 11 ? "ende. Der " : "wort" + std::to_string(i % 97) + " ";
    BOOST_TEST(write_questions(words, 3).size() <= 3u);
}

BOOST_AUTO_TEST_CASE(each_sentence_is_asked_about_once) {
    for (const auto* name : {"rivers_en", "rivers_es", "rivers_de", "rivers_hi", "rivers_zh", "rivers_ar"}) {
        std::set<std::string> quotes;
        for (const auto& question : write_questions(test::read_text(name), 60))
            BOOST_TEST(quotes.insert(question.source_quote).second, question.stem);
        BOOST_TEST(quotes.size() >= 10u, name);
    }
}

BOOST_AUTO_TEST_SUITE_END()
