#include "core/imports/math_markup.hpp"

#include <boost/test/unit_test.hpp>

#include "core/imports/html_to_text.hpp"

using namespace examwright;

BOOST_AUTO_TEST_SUITE(math_markup)

namespace {

std::string office(const std::string& inner) {
    return formula_of_office(*parse_xml("<oMath>" + inner + "</oMath>"));
}

std::string run(const std::string& text) {
    return "<r><rPr/><t>" + text + "</t></r>";
}

std::string e(const std::string& text) {
    return "<e>" + run(text) + "</e>";
}

}  // namespace

BOOST_AUTO_TEST_CASE(html_has_formulas_in_mathml) {
    const struct {
        const char* math;
        const char* says;
    } cases[] = {
        {"<mi>x</mi><mo>=</mo><msup><mi>y</mi><mn>2</mn></msup>", "\\(x={y}^{2}\\)"},
        {"<mrow><msub><mi>a</mi><mi>n</mi></msub><mo>+</mo><msubsup><mi>b</mi><mn>1</mn><mn>2</mn></"
         "msubsup></mrow>",
         "\\({a}_{n}+{b}_{1}^{2}\\)"},
        {"<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac>", "\\(\\frac{a+b}{2}\\)"},
        {"<msqrt><mi>x</mi></msqrt><mroot><mi>y</mi><mn>3</mn></mroot>", "\\(\\sqrt{x}\\sqrt[{3}]{y}\\)"},
        {"<mfenced open=\"{\" close=\"}\"><mi>a</mi><mi>b</mi></mfenced>", "{a,b}"},
        {"<mi>x</mi><mo>&lt;</mo><mn>3</mn>", "x<3"},
        {"<semantics><mrow><msup><mi>x</mi><mn>2</mn></msup></mrow>"
         "<annotation encoding=\"application/x-tex\">x^2</annotation></semantics>",
         "\\(x^2\\)"},
    };
    for (const auto& [math, says] : cases)
        BOOST_TEST(html_to_text("<p>So <math display=\"block\">" + std::string(math) + "</math>.</p>") ==
                   "So " + std::string(says) + ".");
}

BOOST_AUTO_TEST_CASE(what_is_not_well_formed_is_read_for_its_words) {
    BOOST_TEST(html_to_text("a <math><mi>x</mi><mo></math> b") == "a x b");
    BOOST_TEST(html_to_text("a <math><mi>x</mi>") == "a x");
    std::string many;
    for (int i = 0; i < 100'000; ++i)
        many += "<math>";
    BOOST_TEST(html_to_text(many + "x</math>") == "x");
}

BOOST_AUTO_TEST_CASE(formulas_of_canvas_are_images_that_hold_them) {
    BOOST_TEST(html_to_text("<p>Is <img class=\"equation_image\" data-equation-content=\"x^2 &lt; 3\" "
                            "alt=\"LaTeX: x^2 &lt; 3\"> so?</p>") == "Is \\(x^2 < 3\\) so?");
}

BOOST_AUTO_TEST_CASE(word_has_shapes_of_its_own) {
    BOOST_TEST(office("<f><fPr/><num>" + run("1") + "</num><den>" + run("n") + "</den></f>") ==
               "\\(\\frac{1}{n}\\)");
    BOOST_TEST(office("<rad><deg/>" + e("x") + "</rad>") == "\\(\\sqrt{x}\\)");
    BOOST_TEST(office("<rad><deg>" + run("3") + "</deg>" + e("x") + "</rad>") == "\\(\\sqrt[{3}]{x}\\)");
    BOOST_TEST(office("<d><dPr><begChr val=\"[\"/><endChr val=\"]\"/></dPr>" + e("a") + "</d>") == "[a]");
    BOOST_TEST(office("<nary><naryPr><chr val=\"∑\"/></naryPr><sub>" + run("i=1") + "</sub><sup>" + run("n") +
                      "</sup>" + e("i") + "</nary>") == "\\(∑_{i=1}^{n}{i}\\)");
    BOOST_TEST(office("<sSub>" + e("50%") + "<sub>" + run("a_b") + "</sub></sSub>") ==
               "\\({50\\%}_{a\\_b}\\)");
    BOOST_TEST(office("") == "");
}

BOOST_AUTO_TEST_SUITE_END()
