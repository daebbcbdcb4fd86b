#include "tools/extract/formats/markdown.hpp"

#include <boost/test/unit_test.hpp>

#include "test/support/extracted_text.hpp"

using namespace examwright;
using extract::read_markdown;
using test::shown;

BOOST_AUTO_TEST_SUITE(markdown)

BOOST_AUTO_TEST_CASE(blocks_are_known_and_their_marks_gone) {
    BOOST_TEST(
        shown(read_markdown(
            "---\ntitle: x\n---\nRivers\n======\n\nThe **Nile** is [long](x \"y\")[^1].\n\n- One\n"
            "  - Inner\n- Two\n\n1. First\n\n> Quoted.\n\n| River | km |\n|---|---|\n| Nile | 6650 |\n\n"
            "[^1]: A note.\n\n<!-- unseen -->\n<div>In <b>HTML</b>.</div>\n\n***\n\n~~gone~~ Last.")) ==
        "h Rivers\np The Nile is long.\nl One\nl Inner\nl Two\nl First\np Quoted.\nt River | km/Nile | 6650\n"
        "p A note.\np In HTML.\np Last.\n");
}

BOOST_AUTO_TEST_CASE(formulas_and_comparisons_stay_what_they_are) {
    for (const std::string text :
         {"For $p<q$ and $r>s$ it holds.", "Here u<v, v>w holds.", "$b_{k} = b_{k-1} * c_{k} * d$ grows.",
          "The dual $U^*$ and the dual $X^*$ too.", "$$\\begin{matrix} 1 \\\\ 2 \\end{matrix}$$",
          "Here \\(z_j * t_j\\) is.", "A List<Vector<Integer>> holds.", "While (k<m && m>k) go on.",
          "It costs $5 or $6_000_000.", "snake_case_name"})
        BOOST_TEST(shown(read_markdown(text)) == "p " + text + "\n");
    BOOST_TEST(
        shown(read_markdown(
            "Code:\n\n    int p = q*r*s;\n    t_[u_] = 1;\n\nB&amp;C say 1 &lt; 2, `a_b_c` and 2\\*3.")) ==
        "p Code:\nc int p = q*r*s;/t_[u_] = 1;\np B&C say 1 < 2, a_b_c and 2*3.\n");
}

BOOST_AUTO_TEST_SUITE_END()
