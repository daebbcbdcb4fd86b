#include "tools/extract/formats/docx.hpp"

#include <boost/test/unit_test.hpp>

#include "test/support/extracted_text.hpp"
#include "test/support/zip_writer.hpp"

using namespace examwright;
using extract::read_docx;
using test::failing;
using test::shown;
using test::zip_of;

namespace {

const std::string word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const std::string strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

std::string document(const std::string& body, const std::string& uri = word) {
    return "<x:document xmlns:x='" + uri +
           "' xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' "
           "xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math' xmlns:q='urn:q'><x:body>" +
           body + "</x:body></x:document>";
}

std::string word_file(const std::string& body, const std::string& uri = word) {
    return zip_of({{"word/document.xml", document(body, uri)}});
}

std::string p(const std::string& text, const std::string& properties = "") {
    return "<x:p><x:pPr>" + properties + "</x:pPr><x:r><x:t>" + text + "</x:t></x:r></x:p>";
}

std::string relation(const std::string& type) {
    return "<Relationship Id='" + type + "' Type='http://x/" + type + "' Target='" + type + ".xml'/>";
}

const std::string relations_uri = "http://schemas.openxmlformats.org/package/2006/relationships";

}  // namespace

BOOST_AUTO_TEST_SUITE(docx)

BOOST_AUTO_TEST_CASE(what_a_reader_sees_stays_and_what_is_deleted_or_hidden_goes) {
    const std::string body =
        "<x:p><x:r><x:t>Seen </x:t></x:r><x:ins><x:r><x:t>put in </x:t></x:r></x:ins>"
        "<x:del><x:r><x:delText>gone</x:delText></x:r></x:del><x:moveFrom><x:r><x:t>moved</x:t></x:r></"
        "x:moveFrom>"
        "<x:moveTo><x:r><x:t>here </x:t></x:r></x:moveTo>"
        "<x:r><x:rPr><x:vanish/></x:rPr><x:t>HIDDEN</x:t></x:r>"
        "<x:r><x:rPr><x:vanish x:val='0'/></x:rPr><x:t>shown</x:t></x:r>"
        "<x:smartTag><x:r><x:t> smart</x:t></x:r></x:smartTag><x:hyperlink><x:r><x:t> "
        "link</x:t></x:r></x:hyperlink>"
        "<x:sdt><x:sdtContent><x:r><x:t> control</x:t></x:r></x:sdtContent></x:sdt>"
        "<x:r><x:tab/><x:t>tab</x:t><x:noBreakHyphen/><x:t>free</x:t><x:sym x:font='Symbol' "
        "x:char='F061'/></x:r>"
        "<x:r><x:ruby><x:rt><x:r><x:t>kana</x:t></x:r></x:rt><x:rubyBase><x:r><x:t> "
        "base</x:t></x:r></x:rubyBase>"
        "</x:ruby></x:r></x:p>";
    const std::string expected = "p Seen put in here shown smart link control tab-freeα base\n";
    BOOST_TEST(shown(read_docx(word_file(body))) == expected);
    BOOST_TEST(shown(read_docx(word_file(body, strict))) == expected);
}

BOOST_AUTO_TEST_CASE(white_tiny_and_vanished_text_is_left_out) {
    const auto run = [](const std::string& properties) {
        return "<x:r><x:rPr>" + properties + "</x:rPr><x:t>[" + properties.substr(3, 1) + "]</x:t></x:r>";
    };
    BOOST_TEST(shown(read_docx(word_file(
                   "<x:p><x:r><x:t>Seen </x:t></x:r>" + run("<x:color x:val='FFFFFF'/>") +
                   run("<x:sz x:val='2'/>") + run("<x:specVanish/>") + run("<x:sz x:val='20'/>") +
                   run("<x:color x:val='FFFFFF'/><x:highlight x:val='black'/>") +
                   run("<x:color x:val='FFFFFF'/><x:shd x:val='clear' x:fill='1F3864'/>") + "</x:p>"))) ==
               "p Seen [s][c][c]\n");
    const auto white = run("<x:color x:val='FFFFFF'/>");
    BOOST_TEST(shown(read_docx(word_file("<x:p><x:pPr><x:shd x:val='clear' x:fill='000000'/></x:pPr>" +
                                         white + "</x:p><x:p>" + white + "</x:p><x:tbl><x:tr><x:tc><x:p>" +
                                         white + "</x:p></x:tc><x:tc><x:p>" + white +
                                         "</x:p></x:tc></x:tr></x:tbl>"))) == "p [c]\nt [c] | [c]\n");
}

BOOST_AUTO_TEST_CASE(fields_show_their_results) {
    const std::string mark = "<x:r><x:fldChar x:fldCharType='";
    BOOST_TEST(shown(read_docx(
                   word_file("<x:p><x:r><x:t>See </x:t></x:r>" + mark +
                             "begin'/></x:r>"
                             "<x:r><x:instrText> REF x </x:instrText><x:t>code</x:t></x:r>" +
                             mark + "separate'/></x:r><x:r><x:t>figure 3</x:t></x:r>" + mark +
                             "end'/></x:r><x:fldSimple x:instr='PAGE'><x:r><x:t>, 7</x:t></x:r></x:fldSimple>"
                             "</x:p>"))) == "p See figure 3, 7\n");
    BOOST_TEST(shown(read_docx(word_file(
                   "<x:p>" + mark + "begin'/></x:r><x:r><x:instrText>TOC \\o</x:instrText></x:r>" + mark +
                   "separate'/></x:r><x:r><x:t>One 1</x:t></x:r></x:p>" + p("Two 2") + "<x:p>" + mark +
                   "end'/></x:r></x:p>" + p("Text.")))) == "c One 1\nc Two 2\np Text.\n");
}

BOOST_AUTO_TEST_CASE(one_branch_of_alternatives_is_read_and_a_text_box_follows_its_paragraph) {
    const std::string box = "<x:txbxContent>" + p("In the box.") + "</x:txbxContent>";
    BOOST_TEST(shown(read_docx(
                   word_file("<x:p><x:r><x:t>Before </x:t></x:r><x:r><mc:AlternateContent> <mc:Choice "
                             "Requires='q'><q:a>" +
                             box + "</q:a></mc:Choice> <mc:Fallback><q:b>" + box +
                             "</q:b></mc:Fallback></mc:AlternateContent></x:r><x:r><x:t>after.</x:t></x:r>"
                             "</x:p>"))) == "p Before after.\np In the box.\n");
}

BOOST_AUTO_TEST_CASE(tables_come_row_by_row) {
    const auto cell = [](const std::string& text) { return "<x:tc>" + p(text) + "</x:tc>"; };
    BOOST_TEST(shown(read_docx(word_file("<x:tbl><x:tr>" + cell("River") + cell("km") + "</x:tr><x:tr>" +
                                         cell("Nile") + cell("6650") + "</x:tr></x:tbl>" + p("Text.")))) ==
               "t River | km/Nile | 6650\np Text.\n");
    BOOST_TEST(shown(read_docx(word_file("<x:tbl><x:tr><x:tc>" + p("One.") + p("Two.") +
                                         "</x:tc></x:tr></x:tbl>"))) == "p One.\np Two.\n");
}

BOOST_AUTO_TEST_CASE(headings_lists_and_notes_are_known) {
    const std::string styles =
        "<x:styles xmlns:x='" + word +
        "'><x:style x:styleId='Uber'><x:name x:val='heading 2'/></x:style>"
        "<x:style x:styleId='Mine'><x:name x:val='Mine'/><x:basedOn x:val='Uber'/></x:style>"
        "<x:style x:styleId='Ghost'><x:name x:val='Ghost'/><x:rPr><x:vanish/></x:rPr></x:style></x:styles>";
    const std::string notes = "<x:footnotes xmlns:x='" + word + "'><x:footnote x:id='2'>" + p("A note.") +
                              "</x:footnote></x:footnotes>";
    const std::string body =
        p("Title", "<x:pStyle x:val='Mine'/>") + p("Ghost", "<x:pStyle x:val='Ghost'/>") +
        p("Point", "<x:numPr><x:numId x:val='1'/></x:numPr>") + p("Level", "<x:outlineLvl x:val='0'/>") +
        "<x:p><x:r><x:t>Text</x:t></x:r><x:r><x:footnoteReference x:id='2'/></x:r><x:r><x:t> "
        "on.</x:t></x:r></x:p>";
    BOOST_TEST(shown(read_docx(zip_of({{"word/document.xml", document(body)},
                                       {"word/styles.xml", styles},
                                       {"word/footnotes.xml", notes},
                                       {"word/_rels/document.xml.rels",
                                        "<Relationships xmlns='" + relations_uri + "'>" + relation("styles") +
                                            relation("footnotes") + "</Relationships>"}}))) ==
               "h Title\nl Point\nh Level\np Text on.\nn A note.\n");
}

BOOST_AUTO_TEST_CASE(pages_are_those_of_the_last_layout) {
    const std::string rendered = "<x:r><x:lastRenderedPageBreak/><x:t>";
    const std::string manual = "<x:r><x:br x:type='page'/></x:r>";
    const auto read = read_docx(
        word_file(p("One.") + "<x:p>" + manual + rendered + "Two begins and</x:t></x:r>" + rendered +
                  " ends here.</x:t></x:r></x:p>" + p("Three.", "<x:pageBreakBefore/>")));
    BOOST_TEST(shown(read) == "p One.\n--\np Two begins and\n--\np ends here.\n--\np Three.\n");
    BOOST_TEST(read.pages[1].blocks[0].goes_on);
    BOOST_TEST(read.page_name == "page");
}

BOOST_AUTO_TEST_CASE(a_document_without_breaks_has_pages_of_about_3000_characters) {
    std::string body;
    for (int i = 0; i < 40; ++i)
        body += p("Chapter", i % 4 == 0 ? "<x:outlineLvl x:val='0'/>" : "") + p(std::string(250, 'x') + ".");
    const auto read = read_docx(word_file(body));
    BOOST_TEST(read.pages.size() > 2u);
    for (std::size_t i = 1; i < read.pages.size(); ++i)
        BOOST_TEST((read.pages[i].blocks[0].kind == block_kind::heading));
}

BOOST_AUTO_TEST_CASE(equations_keep_their_shape) {
    const auto r = [](const std::string& text) { return "<m:r><m:t>" + text + "</m:t></m:r>"; };
    const std::string power = "<m:sSup><m:e>" + r("r") + "</m:e><m:sup>" + r("2") + "</m:sup></m:sSup>";
    BOOST_TEST(shown(read_docx(word_file("<x:p><x:r><x:t>Area: </x:t></x:r><m:oMath>" + r("π") + power +
                                         "=<m:f><m:num>" + r("a") + "</m:num><m:den>" + r("b+1") +
                                         "</m:den></m:f></m:oMath></x:p>"))) ==
               "p Area: $πr^2\\frac{a}{b+1}$\n");
    BOOST_TEST(shown(read_docx(word_file(
                   "<x:p><x:r><x:t>H</x:t></x:r><x:r><x:rPr><x:vertAlign x:val='subscript'/></x:rPr>"
                   "<x:t>2</x:t></x:r><x:r><x:t>O, n</x:t></x:r><x:r><x:rPr><x:vertAlign "
                   "x:val='superscript'/></x:rPr><x:t>x-1</x:t></x:r></x:p>"))) == "p H₂O, n^(x-1)\n");
}

BOOST_AUTO_TEST_CASE(what_is_no_word_file_is_damaged) {
    BOOST_TEST((failing([] { read_docx("PK\x03\x04 and nothing more"); }) == extraction_exit::damaged));
    BOOST_TEST((failing([] {
                    read_docx(zip_of({{"word/document.xml", "<x"}}));
                }) == extraction_exit::damaged));
    BOOST_TEST((failing([] {
                    read_docx(zip_of({{"word/other.xml", "<x/>"}}));
                }) == extraction_exit::damaged));
}

BOOST_AUTO_TEST_CASE(a_first_letter_set_large_belongs_to_its_word) {
    BOOST_TEST(shown(read_docx(word_file(p("R", "<x:framePr x:dropCap='drop' x:lines='3'/>") +
                                         p("ivers flow to the sea.") + p("Next.")))) ==
               "p Rivers flow to the sea.\np Next.\n");
}

BOOST_AUTO_TEST_SUITE_END()
