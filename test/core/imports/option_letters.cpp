#include "core/imports/option_letters.hpp"

#include <boost/test/unit_test.hpp>

using namespace examwright;

BOOST_AUTO_TEST_SUITE(option_letters)

namespace {

using indexes = std::vector<std::size_t>;

const std::vector<std::string> three{"a dog", "a cat", "a cow"};

}  // namespace

BOOST_AUTO_TEST_CASE(one_letter_is_one_answer) {
    for (const char* text : {"B",
                             "b",
                             "b)",
                             "(b)",
                             "B.",
                             "[B]",
                             "B) a cat",
                             "B. a cat",
                             "B: a cat",
                             "B - it purrs",
                             "B – it purrs",
                             "B (see page 3)",
                             "B, it purrs",
                             "B\tPTS: 1",
                             "b because it purrs",
                             "B, a pet",
                             "(ख)",
                             "ख",
                             "B and b",
                             "B) a pet and (like most) small"})
        BOOST_TEST(named_letters(text) == indexes{1}, text);
}

BOOST_AUTO_TEST_CASE(several_letters_are_several_answers) {
    for (const char* text : {"B and C",
                             "B & C",
                             "B C",
                             "B, C",
                             "B/C",
                             "B; C",
                             "B + C",
                             "BC",
                             "(B) and (C)",
                             "(b), (c)",
                             "b und c",
                             "b et c",
                             "b y c",
                             "b e c",
                             "b ou c",
                             "b oder c",
                             "B or C",
                             "b) und c)",
                             "B, and C",
                             "B. and C.",
                             "B) a cat and C) a cow",
                             "B) a cat, (C) a cow",
                             "B-C",
                             "B – C",
                             "ख और ग",
                             "B and C are right"})
        BOOST_TEST(named_letters(text) == (indexes{1, 2}), text);
    BOOST_TEST(named_letters("A, B and C") == (indexes{0, 1, 2}));
}

BOOST_AUTO_TEST_CASE(words_name_no_letter) {
    for (const char* text : {"", "-", "essay", "A body at rest stays at rest.", "a is wrong", "I do not know",
                             "Be", "CAB", "see book", "A dog", "42", "C++ is a language", "K", "A4"})
        BOOST_TEST(named_letters(text).empty(), text);
}

BOOST_AUTO_TEST_CASE(the_words_of_an_option_name_it) {
    BOOST_TEST(named_options("a cat", three) == indexes{1});
    BOOST_TEST(named_options("A cat.", three) == indexes{1});
    BOOST_TEST(named_options("C) a cow", three) == indexes{2});
    BOOST_TEST(named_options("A and B", {"x", "y", "a and b"}) == indexes{2});
    BOOST_TEST(named_options("(A) and (B)", three) == (indexes{0, 1}));
    BOOST_TEST(named_options("a bird", three).empty());
}

BOOST_AUTO_TEST_CASE(numbers_and_letters_make_a_key) {
    using entries = std::vector<std::pair<int, std::string>>;
    BOOST_TEST((numbered_letters("1A 2B") == entries{{1, "A"}, {2, "B"}}));
    BOOST_TEST((numbered_letters("1-a, 2-b; (3) c)") == entries{{1, "a"}, {2, "b"}, {3, "c)"}}));
    BOOST_TEST((numbered_letters("1. A,C 2. B 3. A and B") == entries{{1, "A,C"}, {2, "B"}, {3, "A and B"}}));
    for (const char* text : {"", "1", "1. see book", "1A 2", "2. C is a language", "A 1"})
        BOOST_TEST(numbered_letters(text).empty(), text);
}

BOOST_AUTO_TEST_SUITE_END()
