// Files that are made to harm whoever reads them, each against the real process.
#include <sys/resource.h>

#include <boost/test/unit_test.hpp>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "test/support/extractor_fixture.hpp"
#include "test/support/pdf_writer.hpp"
#include "test/support/png_writer.hpp"
#include "test/support/zip_writer.hpp"

using namespace examwright;
using namespace examwright::test;

namespace {

struct hostile_fixture : extractor_fixture {
    /// No reader took more than this, nor the server that waits for it.
    ~hostile_fixture() {
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)  // which need memory of their own
        rusage of_children{}, own{};
        getrusage(RUSAGE_CHILDREN, &of_children);
        getrusage(RUSAGE_SELF, &own);
        constexpr long most_kilobytes = 400'000;
        BOOST_TEST(of_children.ru_maxrss < most_kilobytes);
        BOOST_TEST(own.ru_maxrss < most_kilobytes);
#endif
    }

    std::string text_of(const std::string& content, const std::string& type) {
        const auto found = extract(content, type);
        BOOST_TEST_REQUIRE(found.has_value(), (found.has_error() ? found.error().detail : ""));
        return found->text;
    }
};

std::string repeated(const std::string& piece, std::size_t times) {
    std::string text;
    text.reserve(piece.size() * times);
    for (; times > 0; --times)
        text += piece;
    return text;
}

std::string word_file(const std::string& document) {
    return zip_of({{"[Content_Types].xml", "<Types/>"},
                   {"_rels/.rels",
                    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                    "<Relationship Id='r' "
                    "Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                    "officeDocument' Target='word/document.xml'/></Relationships>"},
                   {"word/document.xml", document}});
}

std::string word_document(const std::string& body) {
    return "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>" +
           body + "</w:body></w:document>";
}

std::string paragraph(const std::string& text) {
    return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

std::string open_document_text(const std::string& body) {
    return zip_of({{"mimetype", "application/vnd.oasis.opendocument.text"},
                   {"content.xml",
                    "<office:document-content "
                    "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
                    "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><office:body><office:text>" +
                        body + "</office:text></office:body></office:document-content>"}});
}

std::string book(const std::string& spine) {
    return zip_of({{"META-INF/container.xml",
                    "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles><rootfile "
                    "full-path='book.opf'/></rootfiles></container>"},
                   {"book.opf",
                    "<package xmlns='http://www.idpf.org/2007/opf'><manifest><item id='one' href='1.xhtml'/>"
                    "<item id='gone' href='file:///etc/passwd'/></manifest><spine>" +
                        spine + "</spine></package>"},
                   {"1.xhtml", "<html><body><p>One chapter.</p></body></html>"}});
}

const std::string font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(hostile_documents, hostile_fixture)

BOOST_AUTO_TEST_CASE(bombs_in_archives_are_too_costly) {
    fails(word_file(std::string(60'000'000, 'a')), "docx", "too costly");
    fails(word_file(word_document(repeated(paragraph("the same words again"), 1'000'000))), "docx",
          "too costly");
}

BOOST_AUTO_TEST_CASE(entities_are_never_unfolded) {
    std::string entities = "<!ENTITY a0 'lol'>";
    for (int i = 1; i < 9; ++i) {
        const auto inner = "&a" + std::to_string(i - 1) + ";";
        entities += "<!ENTITY a" + std::to_string(i) + " '" + repeated(inner, 10) + "'>";
    }
    fails(word_file("<!DOCTYPE x [" + entities + "]>" + word_document(paragraph("&a8;"))), "docx",
          "too costly");
    fails(
        word_file("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" + word_document(paragraph("&e;"))),
        "docx", "too costly");
}

BOOST_AUTO_TEST_CASE(deep_nesting_is_not_followed) {
    fails(word_file(word_document(repeated("<w:sdt>", 300'000))), "docx", "too costly");
    BOOST_TEST(text_of(repeated("<div>", 1'000'000) + "In the depth.", "html") == "In the depth.");
    fails("{\\rtf1 " + repeated("{", 1'000'000) + "In the depth.", "rtf", "too costly");
    BOOST_TEST(text_of(repeated("> ", 200'000) + "In the depth.", "markdown").ends_with("In the depth."));
}

BOOST_AUTO_TEST_CASE(repeats_cost_what_they_weigh) {
    BOOST_TEST(text_of(open_document_text("<text:p>a<text:s text:c='2000000000'/>b</text:p>"), "odt") ==
               "a b");
    BOOST_TEST(text_of(book(repeated("<itemref idref='one'/>", 20'000)), "epub") == "One chapter.");
    fails(book("<itemref idref='gone'/>"), "epub", "holds no text");
    BOOST_TEST(text_of("{\\rtf1 before{\\bin2147483647 x} after", "rtf").starts_with("before"));
}

BOOST_AUTO_TEST_CASE(attributes_and_unclosed_tags_are_read_once) {
    BOOST_TEST(text_of("<p " + repeated("a=b ", 300'000) + ">Read.</p>", "html") == "Read.");
    const auto found = text_of(repeated("<b><p>", 20'000) + "Read.", "html");
    BOOST_TEST(found == "Read.");
}

BOOST_AUTO_TEST_CASE(subtitles_may_begin_at_any_time) {
    BOOST_TEST(text_of("WEBVTT\n\n99999:00:00.000 --> 99999:00:02.000\nAt the end of time.\n", "subtitles")
                   .ends_with("At the end of time."));
    BOOST_TEST(
        text_of("WEBVTT\n\n" + repeated("9", 40) + ":00:00.000 --> 99999:00:02.000\nLater.\n", "subtitles")
            .ends_with("Later."));
    std::string endless = "WEBVTT\n\n";
    for (int i = 0; i < 60'000; ++i)
        endless += "00:00:01.000 --> 99:00:02.000\n" + std::to_string(i) + " words of the same second\n\n";
    fails(endless, "subtitles", "more than 1,500,000 characters");
}

BOOST_AUTO_TEST_CASE(images_are_measured_before_they_are_decoded) {
    fails(write_png(50'000, 50'000, 0, 100), "image", "too costly");
    fails(write_png(2'000'000'000, 2'000'000'000, 0, 1), "image", "too costly");
}

BOOST_AUTO_TEST_CASE(pages_that_are_claimed_or_circular_are_told) {
    fails(pdf_of({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1000000>>",
                  "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>"}),
          "pdf", "damaged");
    fails(pdf_of({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R]/Count 1>>"}), "pdf", "no text");
}

BOOST_AUTO_TEST_CASE(forms_that_double_are_too_costly) {
    std::vector<std::string> objects = {
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</XObject<</X 6 0 R>>>>>>",
        pdf_stream("", "/X Do"), font};
    for (int i = 0; i < 30; ++i) {
        const auto next = std::to_string(objects.size() + 2);
        objects.push_back(
            pdf_stream("/Type/XObject/Subtype/Form/BBox[0 0 300 300]/Resources<</Font<</F 5 0 R>>"
                       "/XObject<</X " +
                           next + " 0 R>>>>",
                       "/X Do /X Do"));
    }
    objects.push_back(
        pdf_stream("/Type/XObject/Subtype/Form/BBox[0 0 300 300]/Resources<</Font<</F 5 0 R>>>>",
                   "BT /F 9 Tf (word) Tj ET"));
    const auto outcome =
        extract(pdf_of(objects), "pdf", script("ulimit -t 1; exec '" EXAMWRIGHT_EXTRACT_BINARY "' \"$@\""));
    BOOST_TEST_REQUIRE(outcome.has_error());
    BOOST_TEST(outcome.error().detail.find("too costly") != std::string::npos, outcome.error().detail);
}

BOOST_AUTO_TEST_CASE(a_heap_of_glyphs_is_too_costly) {
    const auto glyphs =
        "BT /F 9 Tf " + repeated("1 0 0 1 10 10 Tm (" + repeated("a", 100) + ") Tj ", 6'000) + "ET";
    const auto found = extract(pdf_of({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                                       "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 "
                                       "R/Resources<</Font<</F 5 0 R>>>>>>",
                                       pdf_stream("", glyphs), font}),
                               "pdf");
    if (found.has_error())
        BOOST_TEST(found.error().detail.find("too ") != std::string::npos, found.error().detail);
}

BOOST_AUTO_TEST_SUITE_END()
