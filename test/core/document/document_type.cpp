#include "core/document/document_type.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

using namespace examwright;
using namespace std::string_literals;

namespace {

std::string type_of(const std::string& head, const std::string& filename) {
    const auto type = detect_document_type(head, filename);
    if (type.has_value())
        return std::string(name_of(*type));
    BOOST_TEST((type.error().kind == problem_kind::unsupported_media));
    for (const char* taken : {"PDF", "plain text", "Markdown"})
        BOOST_TEST(type.error().detail.find(taken) != std::string::npos);
    return "refused";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(document_type)

BOOST_AUTO_TEST_CASE(a_pdf_is_known_by_its_first_bytes) {
    BOOST_TEST(type_of("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj", "lecture.pdf") == "pdf");
    BOOST_TEST(type_of("%PDF-1.7\n", "lecture.txt") == "pdf");
    BOOST_TEST(type_of("\xEF\xBB\xBF\r\n%PDF-1.4", "") == "pdf");
    BOOST_TEST(type_of("HTTP/1.1 200 OK\r\n\r\n%PDF-1.4", "download.PDF") == "pdf");
}

BOOST_AUTO_TEST_CASE(a_name_alone_makes_no_pdf) {
    BOOST_TEST(type_of("Just a few words.", "lecture.pdf") == "refused");
    BOOST_TEST(type_of("A PDF starts with %PDF-1.7, says the book.", "notes.txt") == "text");
}

BOOST_AUTO_TEST_CASE(text_is_told_from_markdown_by_the_name) {
    BOOST_TEST(type_of("# Cells\n\nA cell is small.", "notes.md") == "markdown");
    BOOST_TEST(type_of("# Cells\n\nA cell is small.", "NOTES.Markdown") == "markdown");
    BOOST_TEST(type_of("# Cells\n\nA cell is small.", "notes.txt") == "text");
    BOOST_TEST(type_of("A cell is small.", "README") == "text");
    BOOST_TEST(type_of("A cell is small.", "v1.2 of my notes") == "text");
}

BOOST_AUTO_TEST_CASE(text_comes_in_three_encodings) {
    BOOST_TEST(type_of("Z\xC3\xBCrich, \xE6\x97\xA5\xE6\x9C\xAC, \xF0\x9F\x8C\xB1", "a.txt") == "text");
    BOOST_TEST(type_of("\xEF\xBB\xBFZ\xC3\xBCrich", "a.txt") == "text");
    BOOST_TEST(type_of("\xFF\xFE"s + "C\0e\0l\0l\0\n\0"s, "a.txt") == "text");
    BOOST_TEST(type_of("\xFE\xFF"s + "\0C\0e\0l\0l\0\n"s, "a.txt") == "text");
    BOOST_TEST(type_of("Z\xFCrich liegt am Z\xFCrichsee \x96 \x93sch\xF6n\x94.", "a.txt") == "text");
}

BOOST_AUTO_TEST_CASE(a_character_cut_by_the_end_of_the_head_is_no_flaw) {
    std::string all_han;
    while (all_han.size() < document_head_bytes)
        all_han += "\xE6\x97\xA5";
    BOOST_TEST(type_of(all_han.substr(0, document_head_bytes), "a.txt") == "text");
}

BOOST_AUTO_TEST_CASE(all_else_is_refused) {
    BOOST_TEST(type_of("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s, "figure.png") == "refused");
    BOOST_TEST(type_of("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s, "figure.txt") == "refused");
    BOOST_TEST(type_of("PK\x03\x04\x14\0\x06\0"s, "lecture.docx") == "refused");
    BOOST_TEST(type_of("PK\x03\x04\x14\x01\x06\x01", "lecture.md") == "refused");
    BOOST_TEST(type_of("\x7F"s + "ELF\x02\x01\x01", "program") == "refused");
    BOOST_TEST(type_of("GIF89a", "dot.gif") == "refused");
    BOOST_TEST(type_of("<!DOCTYPE html><html><body>Cells</body></html>", "page.txt") == "refused");
    BOOST_TEST(type_of("  <?xml version=\"1.0\"?><a/>", "data") == "refused");
    BOOST_TEST(type_of("{\\rtf1\\ansi Cells}", "notes.txt") == "refused");
    BOOST_TEST(type_of("C\0e\0l\0l\0"s, "no byte order mark.txt") == "refused");
    BOOST_TEST(type_of("\xFF\xD8\xFF\xE0\xFF\xD8\xFF\xE0\xFF\xD8\xFF\xE0", "photo") == "refused");
}

BOOST_AUTO_TEST_CASE(text_in_an_unknown_encoding_is_told_to_be_utf_8) {
    // "Atom" in Russian, in Windows-1251.
    const auto refused = detect_document_type("\xC0\xF2\xEE\xEC \xC0\xF2\xEE\xEC \xC0\xF2\xEE\xEC", "a.txt");
    BOOST_REQUIRE(!refused);
    BOOST_TEST(refused.error().detail.find("must be UTF-8") != std::string::npos);
    BOOST_TEST(refused.error().detail.find("Markdown (.md)") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
