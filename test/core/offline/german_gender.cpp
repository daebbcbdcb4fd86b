#include "core/offline/german_gender.hpp"

#include <boost/test/unit_test.hpp>

using namespace examwright;

namespace {

unsigned forms(german_noun noun) {
    return german_forms_of(noun);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(german_gender)

BOOST_AUTO_TEST_CASE(the_article_tells_with_what_stands_before_it) {
    BOOST_TEST(forms({"in", "der", "", "zelle", ""}) == feminine);
    BOOST_TEST(forms({"mitte", "der", "", "zelle", "", false, true}) == (feminine | plural));
    BOOST_TEST(forms({"", "der", "", "druck", "", true}) == masculine);
    BOOST_TEST(forms({"durch", "den", "", "takt", ""}) == masculine);
    BOOST_TEST(forms({"mit", "den", "", "fischen", ""}) == plural);
    BOOST_TEST(forms({"schützen", "den", "", "boden", ""}) == masculine);
    BOOST_TEST(forms({"erreicht", "die", "", "nordsee", ""}) == feminine);
    BOOST_TEST(forms({"bei", "einer", "", "zelle", ""}) == feminine);
    BOOST_TEST(forms({"", "wasser", "", "sand", ""}) == any_noun_form);
}

BOOST_AUTO_TEST_CASE(an_adjective_tells_number_and_gender) {
    BOOST_TEST(forms({"", "die", "ersten", "zellen", ""}) == plural);
    BOOST_TEST(forms({"", "die", "erste", "pflanze", ""}) == feminine);
    BOOST_TEST(forms({"ist", "der", "größte", "fluss", ""}) == masculine);
    BOOST_TEST(forms({"anspruch", "auf", "gleichen", "schutz", ""}) == (masculine | plural));
    BOOST_TEST(forms({"lösung", "mit", "warmem", "wasser", ""}) == (masculine | neuter));
}

BOOST_AUTO_TEST_CASE(the_verb_behind_a_subject_tells_its_number) {
    BOOST_TEST(forms({"", "die", "", "quelle", "liegt", true}) == feminine);
    BOOST_TEST(forms({"", "die", "", "städte", "wachsen", true}) == plural);
    BOOST_TEST(forms({"", "die", "", "quelle", "mit", true}) == (feminine | plural));
}

BOOST_AUTO_TEST_CASE(determiners_are_known_in_all_their_forms) {
    for (const char* word : {"der", "einer", "zum", "seinen", "kein", "dieses", "jeder", "ihre"})
        BOOST_TEST(is_german_determiner(word), word);
    for (const char* word : {"mit", "auf", "sehr", "größte", "ihnen"})
        BOOST_TEST(!is_german_determiner(word), word);
}

BOOST_AUTO_TEST_SUITE_END()
