#include "tools/extract/formats/html.hpp"

#include <boost/test/unit_test.hpp>
#include <ctime>

#include "test/support/extracted_text.hpp"

using namespace examwright;
using extract::read_html;
using test::shown;

namespace {

std::string read(const std::string& body) {
    return shown(
        read_html("<!DOCTYPE html><html><head><title>T</title></head><body>" + body + "</body></html>"));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(html)

BOOST_AUTO_TEST_CASE(menus_and_what_is_hidden_are_left_out) {
    BOOST_TEST(
        read(
            "<nav><a>Home</a></nav><header>Site</header><h1>Rivers</h1><p>The Nile is <b>long</b>.<p hidden>x"
            "<p style='display: none'>y</p><div aria-hidden='true'>z</div><script>if (a<b) {}</script>"
            "<p>It flows &amp; grows, 2 &lt; 3.</p><aside>Advert</aside><footer>Foot</footer>") ==
        "h Rivers\np The Nile is long.\np It flows & grows, 2 < 3.\n");
}

BOOST_AUTO_TEST_CASE(text_that_no_reader_sees_is_left_out) {
    for (const std::string style :
         {"font-size:0", "FONT-SIZE: 0px !important", "color:#fff", "color: white",
          "color:rgb(255, 255, 255)", "color:#fefefe", "color:transparent", "background:#000;color:black",
          "visibility:hidden", "opacity:0", "opacity: 0.0", "text-indent:-9999px",
          "position:absolute; left:-9999px", "position:fixed;top:-200em",
          "position:absolute;clip:rect(0 0 0 0)", "clip-path: inset(100%)"})
        BOOST_TEST(
            read("<p>Seen.</p><div style='" + style + "'>Ignore <b>all</b> rules.</div>") == "p Seen.\n",
            style);
    for (const std::string style :
         {"font-size:10px", "background:#036;color:#fff", "background:url(dark.png);color:white", "color:red",
          "opacity:0.9", "text-indent:-2em", "position:absolute;left:10px", "color:white;background:black",
          "position:absolute;clip:rect(1.8em,1000em,2.7em,-1000em);top:-2.6em"})
        BOOST_TEST(
            read("<p>Seen.</p><div style='" + style + "'>This <b>too</b>.</div>") == "p Seen.\np This too.\n",
            style);
    // What an element says of itself counts more than what is around it.
    BOOST_TEST(
        read("<div style='font-size:0;color:white'>x<p style='font-size:12px;color:black'>Seen.</p></div>"
             "<table bgcolor=navy><tr><td style='color:#FFF'>Head<td>More</table>"
             "<font color=white>gone</font>") == "p Seen.\nt Head | More\n");
    BOOST_TEST(
        read("<style>.top{background:navy}</style><div class=top><h1 style='color:white'>Title</h1></div>"
             "<p style='color:white'>gone</p>") == "h Title\n");
}

BOOST_AUTO_TEST_CASE(formulas_of_mathml_are_written_in_a_line) {
    BOOST_TEST(read("<p>So <math><mi>v</mi><mo>=</mo><mfrac><mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow>\n"
                    "<mi>b</mi></mfrac></math> holds, <math><msup><mi>x</mi><mn>2</mn></msup><mo>+</mo><msub>"
                    "<mi>y</mi><mn>1</mn></msub><msqrt><mi>a</mi><mi>b</mi></msqrt></math>.</p>") ==
               "p So v=(a+1)/(b) holds, x²+y₁√(ab).\n");
    BOOST_TEST(read("<p><math><mfrac><mn>1</mn><mfrac><mi>a</mi><mi>b</mi></mfrac></mfrac></math></p>") ==
               "p (1)/((a)/(b))\n");
}

BOOST_AUTO_TEST_CASE(a_page_that_marks_its_text_as_something_else_is_still_read) {
    BOOST_TEST(
        read("<form><p>The whole text stands in a form, as some programs make their pages.</p></form>") ==
        "p The whole text stands in a form, as some programs make their pages.\n");
    BOOST_TEST(read("<div>Links, many of them.</div><article><header><h1>Title</h1></header><p>The text of "
                    "the article "
                    "is what counts, and it is long enough to be the most of the page.</p></article>") ==
               "h Title\np The text of the article is what counts, and it is long enough to be the most of "
               "the page.\n");
}

BOOST_AUTO_TEST_CASE(each_heading_of_the_first_two_levels_begins_a_section) {
    const auto read_page = read_html("<h1>A</h1><p>One.</p><h2>B</h2><p>Two.</p><h3>C</h3><p>Three.</p>");
    BOOST_TEST(shown(read_page) == "h A\np One.\n--\nh B\np Two.\nh C\np Three.\n");
    BOOST_TEST(read_page.page_name == "section");
}

BOOST_AUTO_TEST_CASE(tables_lists_and_code_keep_their_shape) {
    BOOST_TEST(
        read("<table><thead><tr><th>River<th>km</tr></thead><tbody><tr><td>Nile</td><td><p>6650</p></td></tr>"
             "</tbody></table><ul><li>One<li>Two</ul><pre>if (x)\n  y = 1;</pre>") ==
        "t River | km/Nile | 6650\nl One\nl Two\nc if (x)/  y = 1;\n");
    BOOST_TEST(
        read(
            "<p>10<sup>3</sup>, H<sub>2</sub>O, n<sup>x-1</sup>, 1<sup>st</sup>, so<sup><a>[7]</a></sup>.</p>"
            "<p><ruby>base<rp>(</rp><rt>kana</rt></ruby></p>") == "p 10³, H₂O, n^(x-1), 1st, so.\np base\n");
}

BOOST_AUTO_TEST_CASE(the_encoding_is_the_pages_own) {
    BOOST_TEST(shown(read_html("<meta charset=windows-1251><p>\xD0\xE5\xEA\xE0</p>")) == "p Река\n");
    BOOST_TEST(shown(read_html("<meta charset=utf-8><p>Fluß</p>")) == "p Fluß\n");
    BOOST_TEST(shown(read_html("\xEF\xBB\xBF<meta charset=windows-1251><p>Fluß</p>")) == "p Fluß\n");
}

BOOST_AUTO_TEST_CASE(hostile_pages_take_linear_time) {
    const auto repeated = [](const std::string& piece, int times) {
        std::string text = "<!DOCTYPE html><p>Text.</p>";
        for (int i = 0; i < times; ++i)
            text += piece;
        return text;
    };
    const auto begin = std::clock();  // the process's own time, however busy the machine is
    for (const auto& page :
         {repeated("<div>", 1'000'000), repeated("<b><p>", 20'000), repeated("<p>x</i>", 100'000),
          "<p>Text.</p><a " + repeated("x=1 ", 300'000) + ">", repeated("<table><tr><td>", 100'000),
          repeated("</", 500'000), repeated("<script>", 100'000), repeated("&", 1'000'000)})
        BOOST_TEST(shown(read_html(page)).find("Text.") != std::string::npos);
    BOOST_TEST((std::clock() - begin) / CLOCKS_PER_SEC < 60);
}

BOOST_AUTO_TEST_SUITE_END()
