#include "tools/extract/formats/epub.hpp"

#include <boost/test/unit_test.hpp>

#include "test/support/extracted_text.hpp"
#include "test/support/zip_writer.hpp"

using namespace examwright;
using extract::read_epub;
using test::failing;
using test::shown;
using test::zip_of;

namespace {

using parts = std::vector<std::pair<std::string, std::string>>;

std::string book_file(const std::string& manifest, const std::string& spine, const parts& more) {
    parts all{{"mimetype", "application/epub+zip"},
              {"META-INF/container.xml",
               "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles><rootfile "
               "full-path='OPS/book.opf'/></rootfiles></container>"},
              {"OPS/book.opf", "<package xmlns='http://www.idpf.org/2007/opf'><manifest>" + manifest +
                                   "</manifest><spine>" + spine + "</spine></package>"}};
    all.insert(all.end(), more.begin(), more.end());
    return zip_of(all);
}

std::string item(const std::string& id, const std::string& href, const std::string& more = "") {
    return "<item id='" + id + "' href='" + href + "' media-type='application/xhtml+xml' " + more + "/>";
}

std::string chapter(const std::string& body) {
    return "<?xml version='1.0'?><!DOCTYPE html><html "
           "xmlns='http://www.w3.org/1999/xhtml'><head><title/></head><body>" +
           body + "</body></html>";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(epub)

BOOST_AUTO_TEST_CASE(chapters_come_in_the_order_of_the_spine_each_once) {
    const auto read = read_epub(book_file(
        item("one", "text/1%20a.xhtml") + item("two", "text/2.xhtml#top") +
            item("nav", "nav.xhtml", "properties='nav'") + item("aside", "aside.xhtml") +
            item("out", "../../etc/passwd"),
        "<itemref idref='nav'/><itemref idref='two'/><itemref idref='one'/><itemref idref='two'/>"
        "<itemref idref='aside' linear='no'/><itemref idref='out'/><itemref idref='gone'/>",
        {{"OPS/text/1 a.xhtml", chapter("<h1>One</h1><ul><li>A list.</li><li>All of it.</li></ul>")},
         {"OPS/text/2.xhtml",
          chapter("<p>Two&nbsp;words, <i>caf&eacute;</i>.</p><script src='x'/><p>After.</p>")},
         {"OPS/nav.xhtml", chapter("<p>Contents</p>")},
         {"OPS/aside.xhtml", chapter("<p>Aside</p>")}}));
    BOOST_TEST(shown(read) == "p Two\u00A0words, café.\np After.\n--\nh One\nl A list.\nl All of it.\n");
    BOOST_TEST(read.page_name == "chapter");
}

BOOST_AUTO_TEST_CASE(marks_of_notes_are_left_out) {
    const auto read = read_epub(book_file(
        item("one", "1.xhtml"), "<itemref idref='one'/>",
        {{"OPS/1.xhtml",
          chapter("<p>The chapter<a epub:type='noteref' href='#n1'>1</a> text<sup><a role='doc-noteref' "
                  "href='#n2'>2</a></sup> goes on.</p><aside epub:type='footnote' id='n1'><p>A note. <a "
                  "role='doc-backlink' href='#r1'>↩</a></p></aside>")}}));
    BOOST_TEST(shown(read) == "p The chapter text goes on.\np A note.\n");
}

BOOST_AUTO_TEST_CASE(only_fonts_may_be_encrypted) {
    const auto book = [](const std::string& encrypted) {
        return book_file(item("one", "1.xhtml"), "<itemref idref='one'/>",
                         {{"OPS/1.xhtml", chapter("<p>One.</p>")},
                          {"META-INF/encryption.xml",
                           "<encryption><EncryptedData xmlns='http://www.w3.org/2001/04/xmlenc#'><CipherData>"
                           "<CipherReference URI='" +
                               encrypted + "'/></CipherData></EncryptedData></encryption>"}});
    };
    BOOST_TEST(shown(read_epub(book("OPS/font.otf"))) == "p One.\n");
    BOOST_TEST((failing([&] { read_epub(book("OPS/1.xhtml")); }) == extraction_exit::encrypted));
}

BOOST_AUTO_TEST_CASE(the_only_chapter_is_read_even_if_it_is_named_as_contents) {
    BOOST_TEST(shown(read_epub(book_file(item("one", "1.xhtml", "properties='nav'"), "<itemref idref='one'/>",
                                         {{"OPS/1.xhtml", chapter("<p>One.</p>")}}))) == "p One.\n");
}

BOOST_AUTO_TEST_SUITE_END()
