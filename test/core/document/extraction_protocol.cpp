#include "core/document/extraction_protocol.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

using namespace examwright;

namespace {

extraction_report sample() {
    extraction_report report;
    report.text = "Cells\n\nThe cell is small.\fZ\u00FCrich";
    report.page_name = "slide";
    report.spans = {{block_kind::heading, 0, 5}, {block_kind::prose, 7, 25}, {block_kind::note, 26, 33}};
    report.ocr_pages = {2};
    report.unread_pages = {3, 10};
    return report;
}

bool takes(const std::string& bytes) {
    extraction_protocol_reader reader(100);
    return reader.feed(bytes) && reader.complete();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(extraction_protocol)

BOOST_AUTO_TEST_CASE(a_report_arrives_in_pieces_of_any_size) {
    const std::string bytes = progress_line(0, 3) + progress_line(3, 3) + report_lines(sample());
    for (std::size_t size = 1; size <= bytes.size(); ++size) {
        extraction_protocol_reader reader(1000);
        for (std::size_t at = 0; at < bytes.size(); at += size)
            BOOST_TEST_REQUIRE(reader.feed(std::string_view(bytes).substr(at, size)));
        BOOST_TEST_REQUIRE(reader.complete());
        BOOST_TEST(reader.pages_done() == 3);
        BOOST_TEST(reader.pages_total() == 3);
        BOOST_TEST((reader.take_report() == sample()));
    }
}

BOOST_AUTO_TEST_CASE(an_empty_text_is_one) {
    BOOST_TEST(takes(report_lines({})));
}

BOOST_AUTO_TEST_CASE(what_is_no_report_is_refused) {
    BOOST_TEST(takes("text 4\nread\nend\n"));
    for (const char* wrong : {"",
                              "text 4\nread\n",
                              "text 5\nread\nend\n",
                              "text 101\n",
                              "text -1\n",
                              "text 4 4\n",
                              "text 99999999999999999999999\n",
                              "end\n",
                              "text 2\n\xFF\xFF\nend\n",
                              "progress 2 1\ntext 4\nread\nend\n",
                              "progress 1\n",
                              "text 4\nread\nend\nend\n",
                              "text 4\nread\npage_name ../../x\nend\n",
                              "text 4\nread\nspan prose 0 5\nend\n",
                              "text 4\nread\nspan prose 2 2\nend\n",
                              "text 4\nread\nspan joke 0 4\nend\n",
                              "text 4\nread\nspan prose 0 3\nspan prose 2 4\nend\n",
                              "text 2\n\u00FC\nspan prose 0 1\nend\n",
                              "text 4\nread\nocr_page 0\nend\n",
                              "text 4\nread\nocr_page 2\nocr_page 2\nend\n",
                              "text 4\nread\nocr_page 100001\nend\n"})
        BOOST_TEST(!takes(wrong), wrong);
}

BOOST_AUTO_TEST_CASE(progress_only_goes_forward) {
    BOOST_TEST(takes("progress 0 5\nprogress 1 5\ntext 4\nread\nend\n"));
    BOOST_TEST(!takes("progress 1 5\nprogress 1 5\ntext 4\nread\nend\n"));
    BOOST_TEST(!takes("progress 1 5\nprogress 2 6\ntext 4\nread\nend\n"));
}

BOOST_AUTO_TEST_CASE(a_line_without_end_is_not_kept) {
    extraction_protocol_reader reader(100);
    BOOST_TEST(!reader.feed(std::string(1000, 'p')));
    BOOST_TEST(!reader.feed("\n"));
}

BOOST_AUTO_TEST_SUITE_END()
