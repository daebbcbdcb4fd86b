#include "core/document/span_text.hpp"

#include <boost/test/unit_test.hpp>

#include "core/document/document_text.hpp"

using namespace examwright;

BOOST_AUTO_TEST_SUITE(span_text)

BOOST_AUTO_TEST_CASE(spans_come_back_as_they_went) {
    const std::vector<block_span> spans{{block_kind::heading, 0, 5},
                                        {block_kind::prose, 7, 30},
                                        {block_kind::list, 30, 31},
                                        {block_kind::references, 40, 100}};
    BOOST_TEST(encode_spans(spans) == "h0-5 p7-30 l30-31 r40-100");
    BOOST_TEST((decode_spans(encode_spans(spans), 100) == spans));
    BOOST_TEST(decode_spans("", 0)->empty());
}

BOOST_AUTO_TEST_CASE(anything_else_is_no_structure) {
    for (const char* wrong : {"x0-5", "h", "h0", "h0-", "h5-5", "h6-5", "h0-5 ", "h0-5,p5-9", "h0-5 p4-9",
                              "h0-101", "h-1-5", "h0-5p5-9"})
        BOOST_TEST(!decode_spans(wrong, 100).has_value(), wrong);
}

BOOST_AUTO_TEST_CASE(chosen_pages_keep_their_spans) {
    const document_text whole(
        "Cells\f\nA list.\fEnd",
        {{block_kind::heading, 0, 5}, {block_kind::list, 7, 14}, {block_kind::note, 15, 18}});
    BOOST_TEST((whole.kind_at(4) == block_kind::heading));
    BOOST_TEST((whole.kind_at(5) == block_kind::prose));
    BOOST_TEST((whole.kind_at(7) == block_kind::list));
    const auto part = whole.only({{2, 3}});
    BOOST_TEST(part.text() == "\nA list.\fEnd");
    const std::vector<block_span> expected{{block_kind::list, 1, 8}, {block_kind::note, 9, 12}};
    BOOST_TEST((part.spans() == expected));
}

BOOST_AUTO_TEST_SUITE_END()
