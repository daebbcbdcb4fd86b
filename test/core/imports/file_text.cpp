#include "core/imports/file_text.hpp"

#include <boost/test/unit_test.hpp>

using namespace examwright;
using namespace std::string_view_literals;

BOOST_AUTO_TEST_SUITE(file_text)

namespace {

std::string utf16(std::u16string_view text, bool little_endian) {
    std::string bytes;
    for (const char16_t unit : text) {
        const char high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 0xFF);
        bytes += little_endian ? low : high;
        bytes += little_endian ? high : low;
    }
    return bytes;
}

}  // namespace

BOOST_AUTO_TEST_CASE(utf_8_stays_as_it_is) {
    for (const auto text : {"Größe {=ja ~nein}"sv, ""sv, "Gr\u00f6\u00dfe a\0b {=ja ~nein}"sv, "\uFFFD"sv})
        BOOST_TEST(decode_file_text(text).value() == text);
}

BOOST_AUTO_TEST_CASE(a_zero_byte_makes_no_utf_16_of_a_text) {
    for (const auto text :
         {"Q\0x{=a~b}"sv, "::Q\0::a\0b{=c\0 ~d\0}\n"sv, "question,a,b,answer\nQ\0,x\0,y,A\n"sv})
        BOOST_TEST(decode_file_text(text).value() == text);
}

BOOST_AUTO_TEST_CASE(utf_16_is_read_with_and_without_a_mark) {
    const std::u16string_view question = u"Größe? {=größer ~ kleiner 😀}\r\n";
    for (const bool little_endian : {true, false}) {
        const auto plain = utf16(question, little_endian);
        BOOST_TEST(decode_file_text(plain).value() == "Größe? {=größer ~ kleiner 😀}\r\n");
        BOOST_TEST(decode_file_text(utf16(u"\uFEFF", little_endian) + plain).value() ==
                   "Größe? {=größer ~ kleiner 😀}\r\n");
    }
    BOOST_TEST(has_replaced_bytes(decode_file_text("\xFF\xFE"
                                                   "a\0\0\xD8"
                                                   "b\0"sv)
                                      .value()));
}

BOOST_AUTO_TEST_CASE(xml_is_read_by_its_declaration) {
    for (const auto name : {"ISO-8859-1", "windows-1252", "Windows-1252", "latin1"}) {
        const auto head = "<?xml version='1.0' encoding='" + std::string(name) + "'?><quiz>";
        BOOST_TEST(decode_file_text(head + "gr\xF6\xDF"
                                           "er \x80</quiz>")
                       .value() == head + "größer €</quiz>");
    }
    const std::string utf8 = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><quiz>größer</quiz>";
    BOOST_TEST(decode_file_text(utf8).value() == utf8);
    BOOST_TEST(!decode_file_text("<?xml version=\"1.0\" encoding=\"windows-1252\"?><a>\x81</a>"));
    BOOST_TEST(!decode_file_text("<?xml version=\"1.0\" encoding=\"KOI8-R\"?><a>\xC1</a>"));
}

BOOST_AUTO_TEST_CASE(other_text_has_to_be_guessed) {
    BOOST_TEST(
        !decode_file_text("gr\xF6\xDF"
                          "er"));
    BOOST_TEST(!decode_file_text("\x01\0\xFF\x80"sv));
}

BOOST_AUTO_TEST_SUITE_END()
