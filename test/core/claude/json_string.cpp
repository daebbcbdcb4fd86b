#include "core/claude/json_string.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

using namespace examwright;
using namespace std::string_literals;

BOOST_AUTO_TEST_SUITE(json_string)

BOOST_AUTO_TEST_CASE(the_escapes_of_json) {
    BOOST_TEST(decode_json_string(R"(a\"b\\c\/d)") == "a\"b\\c/d");
    BOOST_TEST(decode_json_string(R"(one\ntwo\tthree\r\nfour)") == "one\ntwo\tthree\nfour");
    BOOST_TEST(decode_json_string(R"(\u00e9\ud83d\ude00)") == "é😀");
    BOOST_TEST(decode_json_string("raw\r\nbreak") == "raw\nbreak");
}

BOOST_AUTO_TEST_CASE(commands_with_one_backslash_are_whole) {
    for (const auto* text :
         {R"($\frac{1}{2}$)", R"(\nabla f)", R"(\rho = 3)", R"(\text{kg})", R"(\beta < \theta)",
          R"(a \times b)", R"(x \neq y)", R"(\forall x \notin A)", R"(\begin{pmatrix} 1 \\ 2 \end{pmatrix})",
          R"(\left( \frac{a}{b} \right))", R"($x \to y$)", R"($\nu_e$)", R"(\tan\theta)", R"($\tau$)",
          R"(\bar{x})", R"(\binom{n}{k})", R"(\alpha + \(x\))", R"(\textbf{a} \rangle \tfrac12)",
          R"($a \not= b$)"})
        BOOST_TEST(decode_json_string(text) == text);
}

BOOST_AUTO_TEST_CASE(commands_with_two_backslashes_lose_one) {
    BOOST_TEST(decode_json_string(R"($\\frac{1}{2} \\to \\theta$)") == R"($\frac{1}{2} \to \theta$)");
    BOOST_TEST(decode_json_string(R"(\\begin{cases} 1 \\\\ 2 \\end{cases})") ==
               R"(\begin{cases} 1 \\ 2 \end{cases})");
    BOOST_TEST(decode_json_string(R"(C:\\new\\text)") == R"(C:\new\text)");
}

BOOST_AUTO_TEST_CASE(commands_torn_within_escaped_brackets) {
    const std::pair<const char*, const char*> rows[] = {
        {R"(\\(\rho\\))", R"(\(\rho\))"},
        {R"(\\[\beta\\])", R"(\[\beta\])"},
        {R"(If \\(\rho = 1\\) and \\(\\alpha \to 0\\))", R"(If \(\rho = 1\) and \(\alpha \to 0\))"},
        {R"(\\(x \nu y\\))", R"(\(x \nu y\))"},
        {R"(\\(\ne \neg \ni \nmid \nexists\\))", R"(\(\ne \neg \ni \nmid \nexists\))"},
        {R"(\\(x \to \tau \tan \top\\))", R"(\(x \to \tau \tan \top\))"},
        {R"(\\(\foo \bar \barfoo \rfoo \tfoo\\))", R"(\(\foo \bar \barfoo \rfoo \tfoo\))"},
        {R"(\rho\\,x \\{1\\})", R"(\rho\,x \{1\})"},
        {R"(\\(\frac12\\)\n\nThen no\tmore)", "\\(\\frac12\\)\n\nThen no\tmore"},
        {R"(\\[\nu = 2\n\\])", "\\[\nu = 2\n\\]"},
        {R"(\\(\\begin{matrix} \rho \\\\ 1 \\end{matrix}\\))",
         R"(\(\begin{matrix} \rho \\ 1 \end{matrix}\))"},
        {R"(\\( \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} \\))",
         R"(\( \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} \))"},
        {R"(\\(\begin{array}{c} \alpha \\ \hline \beta \end{array}\\) and \\(\\rho\\))",
         R"(\(\begin{array}{c} \alpha \\ \hline \beta \end{array}\) and \(\rho\))"},
        {R"($$x \to \blacksquare$$)", R"($$x \to \blacksquare$$)"},
    };
    for (const auto& [raw, text] : rows)
        BOOST_TEST(decode_json_string(raw) == text);
    for (const auto* text :
         {R"($\blacksquare \bigstar \braket{x} \bbox \fint \rrbracket \ring{a} \bfoo$)", R"(\ne)", R"(\top)",
          R"(\nu)", R"(\bfoo)", R"(\neg p)", R"(\tan x)", R"(\begin{matrix} \rho \\[2pt] 1 \end{matrix})"})
        BOOST_TEST(decode_json_string(text) == text);
}

BOOST_AUTO_TEST_CASE(dollars_of_prices_and_variables_begin_no_formula) {
    BOOST_TEST(decode_json_string(R"(Price: $5\tTax: $1\tSum: $6)") == "Price: $5\tTax: $1\tSum: $6");
    BOOST_TEST(decode_json_string(R"(It costs $5.\nThen $6.)") == "It costs $5.\nThen $6.");
    BOOST_TEST(decode_json_string(R"(foreach ($a as $k) {\n\tprint($k);\n})") ==
               "foreach ($a as $k) {\n\tprint($k);\n}");
    BOOST_TEST(decode_json_string(R"(echo $A:\techo $B)") == "echo $A:\techo $B");
}

BOOST_AUTO_TEST_CASE(line_breaks_and_tabs_before_words_stay) {
    for (const auto* word : {"no", "if", "east", "One", "i = 2", "e depois", "return x"})
        BOOST_TEST(decode_json_string("Line:\\n"s + word) == "Line:\n"s + word);
    BOOST_TEST(decode_json_string(R"(for x in y:\n\tprint(x)\n\to = 1)") ==
               "for x in y:\n\tprint(x)\n\to = 1");
    BOOST_TEST(decode_json_string(R"(Solve $x^2 = 4$.\nThen add.)") == "Solve $x^2 = 4$.\nThen add.");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_told_is_marked) {
    const auto is_marked = [](std::string_view raw) {
        const auto text = decode_json_string(raw);
        return text.find(unreadable_escape) != text.npos || text.find('\f') != text.npos;
    };
    for (const auto* raw :
         {R"(the pattern \bword\b)", R"(\foo{x})", R"(\alpha and\nu mesons)", R"(from x \to y)"})
        BOOST_TEST(is_marked(raw), raw);
}

BOOST_AUTO_TEST_SUITE_END()
