#include "tools/extract/formats/odf.hpp"

#include <boost/test/unit_test.hpp>

#include "test/support/extracted_text.hpp"
#include "test/support/zip_writer.hpp"

using namespace examwright;
using extract::read_odf;
using test::failing;
using test::shown;
using test::zip_of;

namespace {

std::string content(const std::string& body, const std::string& styles = "") {
    const std::string urn = "urn:oasis:names:tc:opendocument:xmlns:";
    return "<office:document-content xmlns:office='" + urn + "office:1.0' xmlns:text='" + urn +
           "text:1.0' xmlns:table='" + urn + "table:1.0' xmlns:draw='" + urn + "drawing:1.0' xmlns:style='" +
           urn + "style:1.0' xmlns:fo='" + urn + "xsl-fo-compatible:1.0' xmlns:svg='" + urn +
           "svg-compatible:1.0' xmlns:presentation='" + urn + "presentation:1.0'><office:automatic-styles>" +
           styles + "</office:automatic-styles><office:body>" + body +
           "</office:body></office:document-content>";
}

std::string odt(const std::string& text, const std::string& styles = "") {
    return zip_of({{"content.xml", content("<office:text>" + text + "</office:text>", styles)}});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(odf)

BOOST_AUTO_TEST_CASE(text_comes_without_what_is_tracked_hidden_or_remarked) {
    const std::string styles =
        "<style:style style:name='Ghost'><style:text-properties text:display='none'/></style:style>"
        "<style:style style:name='Up'><style:text-properties style:text-position='super 58%'/></style:style>";
    BOOST_TEST(shown(read_odf(odt(
                   "<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes>"
                   "<text:h text:outline-level='1'>Rivers</text:h>"
                   "<text:p>The Nile<text:s text:c='2000000000'/>is<text:tab/>long<text:span "
                   "text:style-name='Ghost'>HIDDEN</text:span>, 10<text:span text:style-name='Up'>3"
                   "</text:span> m<office:annotation><text:p>remark</text:p></office:annotation>"
                   "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note."
                   "</text:p></text:note-body></text:note>.</text:p><text:p text:style-name='Ghost'>gone"
                   "</text:p><text:list><text:list-item><text:p>Point</text:p></text:list-item></text:list>",
                   styles))) == "h Rivers\np The Nile is long, 10³ m.\nn A note.\nl Point\n");
}

BOOST_AUTO_TEST_CASE(tables_indexes_and_pages_are_known) {
    const std::string styles =
        "<style:style style:name='New'><style:paragraph-properties fo:break-before='page'/></style:style>";
    const auto cell = [](const std::string& text) {
        return "<table:table-cell><text:p>" + text + "</text:p></table:table-cell>";
    };
    BOOST_TEST(
        shown(read_odf(odt("<text:table-of-content><text:index-body><text:p>One 1</text:p></text:index-body>"
                           "</text:table-of-content><table:table><table:table-row>" +
                               cell("a") + cell("b") +
                               "</table:table-row></table:table><text:p text:style-name='New'>Two.</text:p>"
                               "<text:p>Three <text:soft-page-break/>goes on.</text:p>",
                           styles))) == "c One 1\nt a | b\n--\np Two.\np Three\n--\np goes on.\n");
}

BOOST_AUTO_TEST_CASE(a_presentation_has_a_page_a_slide) {
    const std::string styles =
        "<style:style style:name='Off'><style:drawing-page-properties "
        "presentation:visibility='hidden'/></style:style>";
    const auto frame = [](const std::string& text, const std::string& top, const std::string& role) {
        return "<draw:frame svg:x='1cm' svg:y='" + top + "' presentation:class='" + role +
               "'><draw:text-box><text:p>" + text + "</text:p></draw:text-box></draw:frame>";
    };
    const auto read = read_odf(zip_of(
        {{"content.xml", content("<office:presentation><draw:page>" + frame("Below.", "9cm", "outline") +
                                     frame("Above.", "2in", "outline") + frame("Title", "12cm", "title") +
                                     frame("Foot", "20cm", "footer") + "<presentation:notes>" +
                                     frame("Said.", "1cm", "notes") +
                                     "</presentation:notes></draw:page><draw:page draw:style-name='Off'>" +
                                     frame("Hidden", "1cm", "outline") + "</draw:page><draw:page>" +
                                     frame("Last.", "1cm", "outline") + "</draw:page></office:presentation>",
                                 styles)}}));
    BOOST_TEST(shown(read) == "h Title\np Above.\np Below.\np Said.\n--\n--\np Last.\n");
    BOOST_TEST(read.page_name == "slide");
}

BOOST_AUTO_TEST_CASE(an_encrypted_document_is_told) {
    BOOST_TEST((failing([] {
                    read_odf(zip_of({{"META-INF/manifest.xml", "<m><manifest:encryption-data/></m>"},
                                     {"content.xml", "\x01\x02"}}));
                }) == extraction_exit::encrypted));
}

BOOST_AUTO_TEST_SUITE_END()
