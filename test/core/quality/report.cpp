#include "core/quality/report.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>

using namespace examwright;

BOOST_AUTO_TEST_SUITE(report)

namespace {

question english(std::string quote) {
    question question;
    question.stem = "Which of these words tells the reader where the girl went with her brother on that day?";
    question.options = {"marché", "frère", "allée", "avec"};
    question.explanation = "The word is the name of the place to which they went, and the others are not.";
    question.source_quote = std::move(quote);
    return question;
}

question german(std::string stem) {
    question question;
    question.stem = std::move(stem);
    question.options = {"Markt", "Bruder", "Weg", "mit"};
    question.source_quote =
        "Das Mädchen ging an diesem Tag mit dem Bruder auf den Markt und kaufte dort ein.";
    return question;
}

bool is_in_wrong_language(const std::vector<found_flaw>& flaws) {
    return std::any_of(flaws.begin(), flaws.end(),
                       [](const found_flaw& found) { return found.kind == flaw::wrong_language; });
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_quote_in_the_language_that_is_taught_is_no_wrong_language) {
    const auto quoting = english("Elle est allée au marché avec son frère, et elle n'est pas revenue.");
    BOOST_TEST(!is_in_wrong_language(check_questions({quoting}).flaws[0]));
    BOOST_TEST(!is_in_wrong_language(check_questions({quoting, quoting, quoting}).flaws[2]));
}

BOOST_AUTO_TEST_CASE(a_question_in_another_language_than_its_quote_and_its_set_is) {
    const auto stray = english("Das Mädchen ging an diesem Tag mit dem Bruder auf den Markt und blieb dort.");
    const auto flaws =
        check_questions(
            {german("Welches dieser Wörter sagt dem Leser, wohin das Mädchen mit dem Bruder ging?"),
             german("Warum konnte sie nicht bei ihrer Mutter bleiben, als der Regen kam?"), stray,
             german("Was hat der Vater über den Weg gesagt, bevor die Kinder aus dem Haus waren?"),
             german("Womit wird auf einem Markt bezahlt, wenn niemand mehr Geld bei sich hat?")})
            .flaws;
    BOOST_TEST(!is_in_wrong_language(flaws[0]));
    BOOST_TEST(is_in_wrong_language(flaws[2]));
}

BOOST_AUTO_TEST_SUITE_END()
