#include "tools/extract/formats/pptx.hpp"

#include <boost/test/unit_test.hpp>

#include "test/support/extracted_text.hpp"
#include "test/support/zip_writer.hpp"

using namespace examwright;
using extract::read_pptx;
using test::shown;
using test::zip_of;

namespace {

const std::string spaces =
    "xmlns:p='http://schemas.openxmlformats.org/presentationml/2006/main' "
    "xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main' "
    "xmlns:c='http://schemas.openxmlformats.org/drawingml/2006/chart' "
    "xmlns:d='http://schemas.openxmlformats.org/drawingml/2006/diagram' "
    "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'";

std::string relations(const std::string& lines) {
    return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>" + lines +
           "</Relationships>";
}

std::string relation(const std::string& id, const std::string& type, const std::string& target) {
    return "<Relationship Id='" + id + "' Type='http://x/" + type + "' Target='" + target + "'/>";
}

std::string shape(const std::string& text, int top, const std::string& placeholder = "", int left = 0) {
    const auto place = placeholder.empty() ? "" : "<p:ph type='" + placeholder + "'/>";
    return "<p:sp><p:nvSpPr><p:cNvPr id='1'/><p:nvPr>" + place +
           "</p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x='" + std::to_string(left) + "' y='" +
           std::to_string(top) + "'/></a:xfrm></p:spPr><p:txBody><a:p><a:r><a:t>" + text +
           "</a:t></a:r></a:p></p:txBody></p:sp>";
}

std::string slide(const std::string& shapes, const std::string& attributes = "") {
    return "<p:sld " + spaces + attributes + "><p:cSld><p:spTree>" + shapes + "</p:spTree></p:cSld></p:sld>";
}

const std::string presentation =
    "<p:presentation " + spaces +
    "><p:sldIdLst><p:sldId r:id='b'/><p:sldId r:id='a'/><p:sldId r:id='c'/></p:sldIdLst></p:presentation>";
const std::string slides =
    relations(relation("a", "slide", "slides/slide1.xml") + relation("b", "slide", "slides/slide2.xml") +
              relation("c", "slide", "/ppt/slides/slide3.xml"));

}  // namespace

BOOST_AUTO_TEST_SUITE(pptx)

BOOST_AUTO_TEST_CASE(slides_come_in_the_order_of_the_show_and_hidden_ones_are_empty) {
    const auto read = read_pptx(zip_of({{"ppt/presentation.xml", presentation},
                                        {"ppt/_rels/presentation.xml.rels", slides},
                                        {"ppt/slides/slide1.xml", slide(shape("Hidden.", 1), " show='0'")},
                                        {"ppt/slides/slide2.xml", slide(shape("First.", 1))},
                                        {"ppt/slides/slide3.xml", slide(shape("Third.", 1))}}));
    BOOST_TEST(shown(read) == "p First.\n--\n--\np Third.\n");
    BOOST_TEST(read.page_name == "slide");
}

BOOST_AUTO_TEST_CASE(shapes_are_read_from_the_top_left_with_their_tables_diagrams_and_notes) {
    const std::string table =
        "<p:graphicFrame><p:xfrm><a:off x='0' y='300'/></p:xfrm><a:graphic><a:graphicData><a:tbl>"
        "<a:tr><a:tc><a:txBody><a:p><a:r><a:t>River</a:t></a:r></a:p></a:txBody></a:tc>"
        "<a:tc><a:txBody><a:p><a:r><a:t>km</a:t></a:r></a:p></a:txBody></a:tc></a:tr></a:tbl></a:graphicData>"
        "</a:graphic></p:graphicFrame>";
    const std::string linked =
        "<p:graphicFrame><a:graphic><a:graphicData><d:relIds "
        "r:dm='d'/></a:graphicData></a:graphic></p:graphicFrame>"
        "<p:graphicFrame><a:graphic><a:graphicData><c:chart "
        "r:id='g'/></a:graphicData></a:graphic></p:graphicFrame>";
    const std::string group = "<p:grpSp><p:grpSpPr><a:xfrm><a:off x='0' y='200'/></a:xfrm></p:grpSpPr>" +
                              shape("In the group.", 20) + "</p:grpSp>";
    const auto words = [](const std::string& text) {
        return "<a:p><a:r><a:t>" + text + "</a:t></a:r></a:p>";
    };
    const auto read = read_pptx(zip_of(
        {{"ppt/presentation.xml",
          "<p:presentation " + spaces + "><p:sldIdLst><p:sldId r:id='a'/></p:sldIdLst></p:presentation>"},
         {"ppt/_rels/presentation.xml.rels", slides},
         {"ppt/slides/slide1.xml", slide(table + shape("Right.", 100, "", 50) + shape("Left.", 100, "", 10) +
                                         group + shape("Title", 900, "title") + shape("12 May", 950, "dt") +
                                         shape("Foot", 950, "ftr") + shape("1", 950, "sldNum") + linked)},
         {"ppt/slides/_rels/slide1.xml.rels",
          relations(relation("n", "notesSlide", "../notesSlides/n.xml") +
                    relation("d", "diagramData", "../d.xml") + relation("g", "chart", "../g.xml"))},
         {"ppt/notesSlides/n.xml", "<p:notes " + spaces + "><p:cSld><p:spTree>" + shape("1", 5, "sldNum") +
                                       shape("What I say.", 1, "body") + "</p:spTree></p:cSld></p:notes>"},
         {"ppt/d.xml", "<d:dataModel " + spaces + "><d:ptLst><d:pt><d:t>" + words("Step one") +
                           "</d:t></d:pt></d:ptLst></d:dataModel>"},
         {"ppt/g.xml", "<c:chartSpace " + spaces + "><c:chart><c:title><c:tx><c:rich>" + words("Growth") +
                           "</c:rich></c:tx></c:title></c:chart></c:chartSpace>"}}));
    BOOST_TEST(
        shown(read) ==
        "h Title\np Left.\np Right.\np In the group.\nt River | km\nl Step one\np Growth\np What I say.\n");
}

BOOST_AUTO_TEST_SUITE_END()
