#include "core/offline/word_endings.hpp"

#include <boost/test/unit_test.hpp>

using namespace examwright;

BOOST_AUTO_TEST_SUITE(word_endings)

BOOST_AUTO_TEST_CASE(finite_verbs_are_told_by_their_ends) {
    BOOST_TEST(is_finite_verb(language::spanish, "llegó"));
    BOOST_TEST(is_finite_verb(language::spanish, "llevaron"));
    BOOST_TEST(is_finite_verb(language::portuguese, "chegou"));
    BOOST_TEST(is_finite_verb(language::french, "tombèrent"));
    BOOST_TEST(!is_finite_verb(language::spanish, "balcón"));
    BOOST_TEST(!is_finite_verb(language::english, "crayon"));
}

BOOST_AUTO_TEST_CASE(infinitives_and_gerunds_need_an_article_to_be_nouns) {
    BOOST_TEST(is_noun_behind_article_only(language::portuguese, "chegar"));
    BOOST_TEST(is_noun_behind_article_only(language::spanish, "llegar"));
    BOOST_TEST(is_noun_behind_article_only(language::french, "partir"));
    BOOST_TEST(is_noun_behind_article_only(language::english, "choosing"));
    BOOST_TEST(!is_noun_behind_article_only(language::german, "lehrer"));
    BOOST_TEST(!is_noun_behind_article_only(language::spanish, "fuente"));
}

BOOST_AUTO_TEST_CASE(adjectives_adverbs_and_participles_are_no_nouns) {
    for (const char* word :
         {"stateful", "careless", "various", "portable", "visible", "quickly", "largest", "called"})
        BOOST_TEST(is_other_than_noun(word), word);
    for (const char* word : {"forest", "harvest", "variable", "table", "reed", "syllable"})
        BOOST_TEST(!is_other_than_noun(word), word);
}

BOOST_AUTO_TEST_SUITE_END()
