#include "core/quality/rejection.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <set>

#include "core/quality/flaws.hpp"

using namespace examwright;

BOOST_AUTO_TEST_SUITE(rejection)

namespace {

question good() {
    question question;
    question.stem = "Which organelle makes most of a cell's ATP?";
    question.options = {"The nucleus", "The mitochondrion", "The ribosome", "The vacuole"};
    question.correct = 1;
    question.explanation = "Respiration takes place in it.";
    question.source_quote = "Mitochondria make most of the ATP.";
    return question;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_good_question_has_no_flaw) {
    BOOST_TEST(!reason_to_reject(good()).has_value());
}

BOOST_AUTO_TEST_CASE(malformed_questions) {
    const auto flaw_after = [](auto change) {
        auto question = good();
        change(question);
        return reason_to_reject(question);
    };
    const auto malformed = drop_reason::malformed;
    BOOST_TEST((flaw_after([](question& q) { q.stem = " ? "; }) == malformed));
    BOOST_TEST((flaw_after([](question& q) { q.options.pop_back(); }) == malformed));
    BOOST_TEST((flaw_after([](question& q) { q.options.push_back("Another"); }) == malformed));
    BOOST_TEST((flaw_after([](question& q) { q.options[2] = "\u00A0 "; }) == malformed));
    BOOST_TEST((flaw_after([](question& q) { q.correct = 4; }) == malformed));
    BOOST_TEST(!flaw_after([](question& q) { q.explanation.clear(); }));  // local models leave it out
}

BOOST_AUTO_TEST_CASE(duplicate_options) {
    auto question = good();
    question.options[3] = " The nucleus";
    BOOST_TEST((reason_to_reject(question) == drop_reason::duplicate_options));
    question.options = {"+", "-", "×", "÷"};
    BOOST_TEST(!reason_to_reject(question).has_value());
}

BOOST_AUTO_TEST_CASE(flaws_that_drop_are_found_by_their_reasons) {
    const auto flaw_after = [](auto change) {
        auto question = good();
        change(question);
        return reason_to_reject(question, language::english);
    };
    BOOST_TEST((flaw_after([](question& q) { q.options[3] = "All of the above"; }) ==
                drop_reason::refers_to_options));
    BOOST_TEST((flaw_after([](question& q) { q.stem = "In the passage, what makes ATP?"; }) ==
                drop_reason::source_speak));
    BOOST_TEST((flaw_after([](question& q) { q.explanation = "Option A is wrong."; }) ==
                drop_reason::letter_reference));
    BOOST_TEST((flaw_after([](question& q) {
                    q.explanation =
                        "Produce la mayor parte de la energía que la célula necesita para el trabajo.";
                }) == drop_reason::wrong_language));
    // Others only lower the score.
    BOOST_TEST(!flaw_after([](question& q) { q.stem = "Which organelle does NOT make ATP?"; }));
    BOOST_TEST(!flaw_after([](question& q) { q.options[3] = "It never is the vacuole"; }));
}

BOOST_AUTO_TEST_CASE(every_flaw_that_drops_has_a_reason) {
    for (const auto reason :
         {drop_reason::refers_to_options, drop_reason::source_speak, drop_reason::letter_reference,
          drop_reason::not_a_choice, drop_reason::wrong_language, drop_reason::repeated_answer})
        BOOST_TEST(reason_text(reason) != "unknown");
    const auto drops =
        std::count_if(flaw_rules.begin(), flaw_rules.end(), [](const auto& rule) { return rule.drops; });
    BOOST_TEST(drops == 6);
}

BOOST_AUTO_TEST_CASE(reasons_are_sentences_of_their_own) {
    std::set<std::string_view> texts;
    for (auto reason :
         {drop_reason::malformed, drop_reason::duplicate_options, drop_reason::quote_not_found,
          drop_reason::duplicate_stem, drop_reason::review_disagreed, drop_reason::not_reviewed})
        texts.insert(reason_text(reason));
    BOOST_TEST(texts.size() == 6u);
    BOOST_TEST(reason_text(drop_reason::quote_not_found) == "its quote is not in the document");
}

BOOST_AUTO_TEST_SUITE_END()
