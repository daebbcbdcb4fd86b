#include "tools/extract/formats/plain_text.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

#include "test/support/extracted_text.hpp"

using namespace examwright;
using namespace std::string_literals;
using extract::decode_text;
using test::failing;

BOOST_AUTO_TEST_SUITE(plain_text)

BOOST_AUTO_TEST_CASE(unicode_is_read_in_all_its_forms) {
    for (const std::string& bytes : {"Fl\xC3\xBCsse"s,
                                     "\xEF\xBB\xBF"
                                     "Fl\xC3\xBCsse"s,
                                     "\xFF\xFE"
                                     "F\0l\0\xFC\0s\0s\0e\0"s,
                                     "F\0l\0\xFC\0s\0s\0e\0"s, "\0F\0l\0\xFC\0s\0s\0e"s,
                                     "F\0\0\0l\0\0\0\xFC\0\0\0s\0\0\0s\0\0\0e\0\0\0"s,
                                     "\0\0\xFE\xFF\0\0\0F\0\0\0l\0\0\0\xFC\0\0\0s\0\0\0s\0\0\0e"s})
        BOOST_TEST(decode_text(bytes) == "Flüsse");
    BOOST_TEST((failing([] { decode_text("\x01\x02\0\x03"s); }) == extraction_exit::not_text));
}

BOOST_AUTO_TEST_CASE(older_encodings_are_told_by_their_letters) {
    // "Найдовша річка країни тече до моря." in KOI8-U
    BOOST_TEST(
        decode_text(
            "\xEE\xC1\xCA\xC4\xCF\xD7\xDB\xC1 \xD2\xA6\xDE\xCB\xC1 \xCB\xD2\xC1\xA7\xCE\xC9 \xD4\xC5\xDE\xC5 "
            "\xC4\xCF \xCD\xCF\xD2\xD1.") == "Найдовша річка країни тече до моря.");
    // "Самая длинная река течёт к морю." in Windows-1251
    BOOST_TEST(
        decode_text(
            "\xD1\xE0\xEC\xE0\xFF \xE4\xEB\xE8\xED\xED\xE0\xFF \xF0\xE5\xEA\xE0 \xF2\xE5\xF7\xB8\xF2 \xEA "
            "\xEC\xEE\xF0\xFE.") == "Самая длинная река течёт к морю.");
    // "Najdłuższa rzeka płynie źródłem." in Windows-1250 and in ISO-8859-2
    BOOST_TEST(decode_text("Najd\xB3u\xBFsza rzeka p\xB3ynie \x9Fr\xF3\xB3"
                           "em.") == "Najdłuższa rzeka płynie źrółem.");
    BOOST_TEST(decode_text("Najd\xB3u\xBFsza rzeka p\xB3ynie \xBCr\xF3\xB3"
                           "em.") == "Najdłuższa rzeka płynie źrółem.");
    // German in Windows-1252, of a Mac and of DOS
    BOOST_TEST(decode_text("Z\xFCrich liegt am Z\xFCrichsee \x96 \x93sch\xF6n\x94.") ==
               "Zürich liegt am Zürichsee – “schön”.");
    BOOST_TEST(decode_text("Z\x9Frich liegt sch\x9An am Fu\xA7 der Berge.") ==
               "Zürich liegt schön am Fuß der Berge.");
    BOOST_TEST(decode_text("Z\x81rich liegt sch\x94n am Fu\xE1 der Berge.") ==
               "Zürich liegt schön am Fuß der Berge.");
    // "川は日本で一番長いです。" in Shift_JIS and EUC-JP
    BOOST_TEST(decode_text(
                   "\x90\xEC\x82\xCD\x93\xFA\x96{\x82\xC5\x88\xEA\x94\xD4\x92\xB7\x82\xA2\x82\xC5\x82\xB7\x81"
                   "B") == "川は日本で一番長いです。");
    BOOST_TEST(decode_text("\xC0\xEE\xA4\xCF\xC6\xFC\xCB\xDC\xA4\xC7\xB0\xEC\xC8\xD6\xC4\xB9\xA4\xA4\xA4\xC7"
                           "\xA4\xB9\xA1\xA3") == "川は日本で一番長いです。");
}

BOOST_AUTO_TEST_CASE(what_is_not_certain_is_refused) {
    BOOST_TEST((failing([] { decode_text("\x81\xFE\x8D\x9D \xFF\xA0\x8F \x90\xFF\xFE\x81 \xD0\xFF"); }) ==
                extraction_exit::unknown_encoding));
}

BOOST_AUTO_TEST_CASE(damaged_utf_8_is_mended) {
    std::string text;
    for (int i = 0; i < 20; ++i)
        text += "Über Flüsse. ";
    BOOST_TEST(decode_text(text + "\xFC") == text + "\uFFFD");
}

BOOST_AUTO_TEST_SUITE_END()
