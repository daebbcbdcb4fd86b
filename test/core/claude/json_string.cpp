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
