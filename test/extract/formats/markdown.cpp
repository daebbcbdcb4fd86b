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

BOOST_AUTO_TEST_CASE(only_two_tildes_strike_out) {
    const auto line = [](const std::string& text) { return shown(read_markdown(text)); };
    BOOST_TEST(line("H~2~O and C~6~H~12~O~6~, x~n+1~.") == "p H₂O and C₆H₁₂O₆, x_(n+1).\n");
    BOOST_TEST(line("It takes ~10 to ~20 days, ~/notes or a~b.") ==
               "p It takes ~10 to ~20 days, ~/notes or a~b.\n");
    BOOST_TEST(line("Old ~~gone~~ new, `x~1~` \\~5.") == "p Old  new, x~1~ ~5.\n");
    BOOST_TEST(line("~~~\na~b~c\n~~~") == "c a~b~c\n");
}

BOOST_AUTO_TEST_CASE(stars_between_factors_are_no_emphasis) {
    for (const std::string text :
         {"f(x)=a_1*x_1+a_2*x_2", "So 2*3*4 is 24.", "Here a*b*c and α*β*γ are.", "x**2 + y**2 = z**2",
          "distance=rate*time and area=width*height", "(a+b)*(c+d)*e", "The rate*time is a way."})
        BOOST_TEST(shown(read_markdown(text)) == "p " + text + "\n");
    BOOST_TEST(shown(read_markdown("un*believ*able, *f*(*x*), **2**x, *Apple tree*s and ***both***, "
                                   "2\\*3*4*5, 中文*强调*中文, an *emphasised rate*")) ==
               "p unbelievable, f(x), 2x, Apple trees and both, 2*345, 中文强调中文, an emphasised rate\n");
    BOOST_TEST(shown(read_markdown("**2*3*4** and *a*b*, **bold**ly *so*, _**2**_ _*a*_.")) ==
               "p 2*3*4 and a*b, boldly so, 2 a.\n");
    BOOST_TEST(shown(read_markdown("* a*b\n* c*d\n")) == "l a*b\nl c*d\n");
}

BOOST_AUTO_TEST_CASE(formulas_of_latex_are_kept_where_no_dollar_marks_them) {
    for (const std::string text : {"\\begin{align*} a &= b_1*c_1 \\\\ d &= e_1*f_1 \\end{align*}",
                                   "\\begin{cases} 1 \\\\ 2 \\end{cases}"})
        BOOST_TEST(shown(read_markdown(text)) == "p " + text + "\n");
    BOOST_TEST(shown(read_markdown("| Name | Sign |\n|---|---|\n| norm | $|x|$ |\n| prior | $P(A|B)$ |\n"
                                   "| price | $5|\n| other | $6|\n")) ==
               "t Name | Sign/norm | $|x|$/prior | $P(A|B)$/price | $5/other | $6\n");
}

BOOST_AUTO_TEST_CASE(a_comparison_in_prose_is_no_tag) {
    for (const std::string text : {"a <b and c> d", "Where x <i or y> z holds."})
        BOOST_TEST(shown(read_markdown(text)) == "p " + text + "\n");
    BOOST_TEST(shown(read_markdown("A <span class=\"x\">red</span> <b>word</b> <a href=''>here</a>.")) ==
               "p A red word here.\n");
}

BOOST_AUTO_TEST_SUITE_END()
