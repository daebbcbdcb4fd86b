#include "core/document/document_type.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

using namespace examwright;
using namespace std::string_literals;

namespace {

std::string type_of(const std::string& head, const std::string& filename) {
    document_sample sample;
    sample.add(head);
    const auto type = detect_document_type(sample, filename);
    if (type.has_value())
        return std::string(name_of(*type));
    BOOST_TEST((type.error().kind == problem_kind::unsupported_media));
    for (const char* taken : {"PDF", ".docx", "EPUB", "plain text", "Markdown"})
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

BOOST_AUTO_TEST_CASE(utf_16_and_32_need_no_byte_order_mark) {
    BOOST_TEST(type_of("C\0e\0l\0l\0s\0.\0"s, "a.txt") == "text");
    BOOST_TEST(type_of("\0C\0e\0l\0l\0s\0."s, "a.txt") == "text");
    BOOST_TEST(type_of("C\0\0\0e\0\0\0l\0\0\0l\0\0\0"s, "a.txt") == "text");
    BOOST_TEST(type_of("\0\0\0C\0\0\0e\0\0\0l\0\0\0l"s, "a.txt") == "text");
    // "細胞は小さい。\n" in UTF-16, without a mark
    BOOST_TEST(type_of("\x30\x7D\xDE\x80\x6F\x30\x0F\x5C\x55\x30\x44\x30\x02\x30\x0A\x00"s, "a.txt") ==
               "text");
}

BOOST_AUTO_TEST_CASE(older_encodings_are_left_to_the_reader) {
    // "Atom" in Russian, in Windows-1251.
    BOOST_TEST(type_of("\xC0\xF2\xEE\xEC \xC0\xF2\xEE\xEC \xC0\xF2\xEE\xEC", "a.txt") == "text");
}

BOOST_AUTO_TEST_CASE(pictures_are_known_by_their_first_bytes) {
    BOOST_TEST(type_of("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s, "figure.txt") == "image");
    BOOST_TEST(type_of("\xFF\xD8\xFF\xE0\0\x10JFIF"s, "photo") == "image");
    BOOST_TEST(type_of("II*\0\x08\0\0\0"s, "scan.pdf.tif") == "image");
    BOOST_TEST(type_of("MM\0*\0\0\0\x08"s, "scan") == "image");
}

BOOST_AUTO_TEST_CASE(web_pages_are_known_by_their_first_tags) {
    BOOST_TEST(type_of("<!DOCTYPE html><html><body>Cells</body></html>", "page.txt") == "html");
    BOOST_TEST(type_of("\xEF\xBB\xBF\n<!-- made by hand -->\n<HTML lang=en>", "page") == "html");
    BOOST_TEST(type_of("<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0\"><html>",
                       "p") == "html");
    BOOST_TEST(type_of("<h1>Cells</h1><p>A cell is small.", "cells.html") == "html");
    BOOST_TEST(type_of("<h1 align=center>Cells</h1>\n\nA cell is *small*.", "README.md") == "markdown");
    BOOST_TEST(type_of("\xFF\xFE<\0h\0t\0m\0l\0>\0"s, "page.htm") == "html");
}

BOOST_AUTO_TEST_CASE(rtf_and_subtitles_are_known_by_their_first_line) {
    BOOST_TEST(type_of("{\\rtf1\\ansi Cells}", "notes.txt") == "rtf");
    BOOST_TEST(type_of("WEBVTT\n\n00:01.000 --> 00:02.000\nCells", "a.txt") == "subtitles");
    BOOST_TEST(type_of("\xEF\xBB\xBF"
                       "1\r\n00:00:01,000 --> 00:00:02,000\r\nCells",
                       "a.srt") == "subtitles");
    BOOST_TEST(type_of("00:00:01,000 --> 00:00:02,000\nCells", "a") == "subtitles");
    BOOST_TEST(type_of("The arrow 1 --> 2 is no time.\nCells", "a.txt") == "text");
}

BOOST_AUTO_TEST_CASE(archives_are_known_by_the_parts_that_they_list) {
    const auto stored = [](const std::string& name, const std::string& content) {
        std::string local = "PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0"s;
        const auto put = [&](std::size_t value, int bytes) {
            for (; bytes > 0; --bytes, value >>= 8)
                local += static_cast<char>(value);
        };
        put(content.size(), 4), put(content.size(), 4), put(name.size(), 2), put(0, 2);
        return local + name + content;
    };
    const auto first = stored("[Content_Types].xml", "<Types/>");
    BOOST_TEST(type_of(first + stored("word/document.xml", "<x/>"), "a.pdf") == "docx");
    BOOST_TEST(type_of(first + stored("ppt/presentation.xml", "<x/>"), "a") == "pptx");
    BOOST_TEST(type_of(first + stored("xl/workbook.xml", "<x/>"), "a.docx") == "refused");
    BOOST_TEST(type_of(stored("mimetype", "application/epub+zip"), "a") == "epub");
    BOOST_TEST(type_of(stored("META-INF/container.xml", "<x/>"), "a") == "epub");
    BOOST_TEST(type_of(stored("mimetype", "application/vnd.oasis.opendocument.text"), "a.odp") == "odt");
    BOOST_TEST(type_of(stored("mimetype", "application/vnd.oasis.opendocument.presentation"), "a") == "odp");
    BOOST_TEST(type_of(stored("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), "a") ==
               "refused");
    BOOST_TEST(type_of(stored("notes.txt", "Cells"), "a.docx") == "refused");
}

BOOST_AUTO_TEST_CASE(the_directory_of_a_large_archive_is_found_at_its_end) {
    const std::string name = "word/document.xml";
    std::string directory =
        "PK\x01\x02"s + std::string(24, '\0') + static_cast<char>(name.size()) + std::string(17, '\0') + name;
    const auto size = static_cast<char>(directory.size());
    directory += "PK\x05\x06"s + std::string(8, '\0') + size + std::string(9, '\0');
    document_sample sample;
    sample.add("PK\x03\x04" + std::string(300'000, 'x'));
    for (const char c : directory)
        sample.add(std::string(1, c));
    BOOST_TEST(sample.tail().size() == document_tail_bytes);
    BOOST_TEST(std::string(name_of(detect_document_type(sample, "lecture.pdf").value())) == "docx");
}

BOOST_AUTO_TEST_CASE(all_else_is_refused) {
    BOOST_TEST(type_of("PK\x03\x04\x14\0\x06\0"s, "lecture.docx") == "refused");
    BOOST_TEST(type_of("PK\x03\x04\x14\x01\x06\x01", "lecture.md") == "refused");
    BOOST_TEST(type_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "lecture.doc") == "refused");
    BOOST_TEST(type_of("\x7F"s + "ELF\x02\x01\x01", "program") == "refused");
    BOOST_TEST(type_of("\x7F"s + "ELF\x02\x01\x01\0\0\0"s, "program") == "refused");
    BOOST_TEST(type_of("GIF89a\x01\0\x01\0"s, "dot.gif") == "refused");
    BOOST_TEST(type_of("  <?xml version=\"1.0\"?><a/>", "data") == "refused");
    BOOST_TEST(type_of("<svg width=\"1\">", "figure.txt") == "refused");
    BOOST_TEST(type_of("Just a few words.", "lecture.docx") == "refused");
}

BOOST_AUTO_TEST_SUITE_END()
