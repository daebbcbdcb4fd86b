#include "tools/extract/formats/blocks.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

using namespace examwright;
using namespace examwright::extract;

BOOST_AUTO_TEST_SUITE(blocks)

BOOST_AUTO_TEST_CASE(blocks_become_text_with_their_places) {
    extracted document;
    document.pages = {{{{block_kind::heading, " Cells \n"}, {block_kind::prose, "The  cell\nis"}}},
                      {},
                      {{{block_kind::code, "  if (x)\n      a  = b;"}, {block_kind::prose, "\u200E\n"}}}};
    const auto report = assemble(document);
    BOOST_TEST(report.text == "Cells\n\nThe cell\nis\f\f  if (x)\n      a  = b;");
    const std::vector<block_span> spans = {
        {block_kind::heading, 0, 5}, {block_kind::prose, 7, 18}, {block_kind::code, 20, 42}};
    BOOST_TEST((report.spans == spans));
}

BOOST_AUTO_TEST_CASE(a_sentence_that_goes_on_stays_one) {
    extracted document;
    document.pages = {{{{block_kind::prose, "It goes", true}, {block_kind::prose, "on."}}}};
    BOOST_TEST(assemble(document).text == "It goes\non.");
}

BOOST_AUTO_TEST_CASE(paragraphs_are_parted_by_blank_lines) {
    const auto report = assemble(paragraphs_of("One\r\ntwo\n \n\nthree\ffour"));
    BOOST_TEST(report.text == "One\ntwo\n\nthree\ffour");
    BOOST_TEST(report.spans.size() == 3u);
}

BOOST_AUTO_TEST_CASE(arabic_letters_are_those_that_one_types) {
    // As some fonts name their glyphs: initial, medial and final forms, and ligatures.
    const auto report =
        assemble(paragraphs_of("\uFE8D\uFEE7\uFEEE\uFE8D\uFECB \uFE8D\uFEDF\uFCC5\uFEDC \uFEFB"));
    BOOST_TEST(report.text == "\u0627\u0646\u0648\u0627\u0639 \u0627\u0644\u0643\u062D\u0643 \u0644\u0627");
}

BOOST_AUTO_TEST_SUITE_END()
