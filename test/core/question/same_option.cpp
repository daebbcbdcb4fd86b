#include "core/question/same_option.hpp"

#include <boost/test/unit_test.hpp>
#include <utility>

using namespace examwright;

BOOST_AUTO_TEST_SUITE(same_option)

BOOST_AUTO_TEST_CASE(options_that_a_sign_tells_apart) {
    const std::pair<const char*, const char*> pairs[] = {{"RR", "Rr"},
                                                         {"NO", "No"},
                                                         {"mA", "MA"},
                                                         {"who's", "whose"},
                                                         {"we're", "were"},
                                                         {"(0, 1]", "(0, 1)"},
                                                         {"2^{-n}", "2^{n}"},
                                                         {"a[1]", "a(1)"},
                                                         {"-cos x", "cos x"},
                                                         {"5³", "53"},
                                                         {"Katze", "katze"},
                                                         {"tar -x", "tar -X"},
                                                         {"Canis lupus", "canis lupus"},
                                                         {"x y", "x-y"},
                                                         {"Na", "Na+"},
                                                         {"H₂O", "H2O"},
                                                         {"'x'", "\"x\""},
                                                         {"come here, Tom", "come here Tom"},
                                                         {"!ok", "ok"},
                                                         {"print(x)", "print(x);"},
                                                         {"g'(x)", "g(x)"},
                                                         {"a.b", "a,b"},
                                                         {"grep -c word file", "grep -C word file"},
                                                         {"if (a == b) c", "if (A == b) c"},
                                                         {"", "a"}};
    for (const auto& [left, right] : pairs) {
        BOOST_TEST(!is_same_option(left, right), left << " | " << right);
        BOOST_TEST(!is_same_option(right, left), right << " | " << left);
        BOOST_TEST(!is_same_text(left, right), left << " | " << right);
    }
}

BOOST_AUTO_TEST_CASE(one_text) {
    BOOST_TEST(is_same_text(" the cell", "the cell\n"));
    BOOST_TEST(is_same_text("caf\u00e9", "cafe\u0301"));  // composed and decomposed
    BOOST_TEST(!is_same_text("The cell", "the cell"));
}

BOOST_AUTO_TEST_CASE(prose_that_says_the_same) {
    BOOST_TEST(is_same_option("The wall of the cell", "the wall of the  cell."));
    BOOST_TEST(is_same_option("“Ein Kind der Zeit”", "ein Kind der Zeit!"));
    BOOST_TEST(is_same_option("यह पानी को रोकती है", "यह पानी को  रोकती है।"));
    BOOST_TEST(!is_same_option("The wall of the cell", "The wall of a cell"));
}

BOOST_AUTO_TEST_SUITE_END()
