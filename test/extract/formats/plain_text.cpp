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

BOOST_AUTO_TEST_CASE(encodings_that_look_like_others_are_told_by_what_no_text_has) {
    // ISO-8859-15
    BOOST_TEST(
        decode_text(
            "Le c\xBDur p\xE8se 300 g et co\xFBte 5 \xA4 au march\xE9. L'\xBDuvre de l'\xE9poque reste.") ==
        "Le cœur pèse 300 g et coûte 5 € au marché. L'œuvre de l'époque reste.");
    BOOST_TEST(decode_text("The price is 20 \xA4 for adults.") == "The price is 20 € for adults.");
    // Windows-1252
    BOOST_TEST(decode_text("The price is 20 \x80 for adults.") == "The price is 20 € for adults.");
    BOOST_TEST(decode_text("Il faut \xBD tasse et \xBDl de lait \xE0 la cr\xE8me.") ==
               "Il faut ½ tasse et ½l de lait à la crème.");
    // Hebrew of DOS
    BOOST_TEST(decode_text(
                   "\x84\x8C\x81 \x84\x85\x80 \x80\x89\x81\x98 \x99\x98\x89\x98\x89 \x84\x8E\x86\x98\x89\x8D "
                   "\x80\x9A \x84\x83\x8D \x8C\x8B\x8C \x87\x8C\x97\x89 \x84\x82\x85\x93. "
                   "\x84\x8B\x8C\x89\x85\x9A \x8E\x91\x90\x90\x85\x9A \x80\x9A \x84\x83\x8D.") ==
               "הלב הוא איבר שרירי המזרים את הדם לכל חלקי הגוף. הכליות מסננות את הדם.");
    // Ukrainian of DOS
    BOOST_TEST(
        decode_text("\x91\xA5\xE0\xE6\xA5 \xAF\xA5\xE0\xA5\xAA\xA0\xE7\xE3\xF5 \xAA\xE0\xAE\xA2 \xAF\xAE "
                    "\xA2\xE1\xEC\xAE\xAC\xE3 \xE2\xF7\xAB\xE3 \xAB\xEE\xA4\xA8\xAD\xA8. \x8A\xA8\xF9\xA2 "
                    "\xF5 \xE1\xE2\xAE\xAB\xA8\xE6\xA5\xEE \x93\xAA\xE0\xA0\xF9\xAD\xA8.") ==
        "Серце перекачує кров по всьому тілу людини. Київ є столицею України.");
    // The same Hebrew, its letters in the order in which they are seen: no words of Cyrillic either
    BOOST_TEST(
        (failing([] {
             decode_text(
                 ".\x8D\x83\x84 \x9A\x80 \x9A\x85\x90\x90\x91\x8E \x9A\x85\x89\x8C\x8B\x84 .\x93\x85\x82\x84 "
                 "\x89\x97\x8C\x87 \x8C\x8B\x8C \x8D\x83\x84 \x9A\x80 \x8D\x89\x98\x86\x8E\x84 "
                 "\x89\x98\x89\x98\x99 \x98\x81\x89\x80 \x80\x85\x84 \x81\x8C\x84");
         }) == extraction_exit::unknown_encoding));
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
