#include "core/exports/markdown.hpp"

#include <boost/test/unit_test.hpp>

using namespace examwright;

BOOST_AUTO_TEST_SUITE(markdown)

BOOST_AUTO_TEST_CASE(questions_and_then_their_answers) {
    question question;
    question.stem = "Which is longest?";
    question.options = {"Nile", "Rhine", "Elbe", "Oder"};
    question.correct = 0;
    question.explanation = "By far.";
    question.source_quote = "The Nile\nis longest.";
    question.source_page = 3;
    exported_test test;
    test.title = "Rivers";
    test.questions = {question};
    BOOST_TEST(write_markdown(test) ==
               "# Rivers\n\n## Questions\n\n### 1\n\nWhich is longest?\n\n"
               "- A) Nile\n- B) Rhine\n- C) Elbe\n- D) Oder\n"
               "\n## Answer key\n\n### 1: A\n\nBy far.\n\n> The Nile\\\n> is longest.\n\nPage 3\n");
}

BOOST_AUTO_TEST_CASE(what_would_be_markup_is_escaped) {
    const std::pair<const char*, const char*> cases[] = {
        {"*a* _b_ `c` [d](e) <f> &amp; $g$ \\(h\\)",
         "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<f> \\&amp; $`g`$ $`h`$"},
        {"a\n- b\n1. c\n12) d\n3.5\n# e\n+ f\n> g\n===",
         "a\\\n\\- b\\\n1\\. c\\\n12\\) d\\\n3\\.5\\\n\\# e\\\n\\+ f\\\n\\> g\\\n\\==="},
        {"a\n\n  b", "a\\\n\\\n\u00A0\u00A0b"},
        {"See https://example.org/a_b?x=1&y=2 now", "See <https://example.org/a_b?x=1&y=2> now"},
        {"http://example.org/(x)_y", "<http://example.org/(x)_y>"},
        {"www.example.org/a_b", "[www.example.org/a\\_b](<http://www.example.org/a_b>)"},
        {"a@b_c.org", "<a@b_c.org>"},
        {"costs $5 and $10", "costs \\$5 and \\$10"},
        {"$x^2$ and $$y_1$$", "$`x^2`$ and $`y_1`$"},
        {"C# and 3. or x-y", "C# and 3. or x-y"},
    };
    for (const auto& [text, shown] : cases) {
        exported_test test;
        test.title = "T";
        test.questions.resize(1);
        test.questions[0].stem = text;
        const auto written = write_markdown(test);
        BOOST_TEST(written.find(std::string("### 1\n\n") + shown + "\n") != written.npos, written);
    }
}

BOOST_AUTO_TEST_SUITE_END()
