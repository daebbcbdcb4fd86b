#include "tools/extract/formats/rtf.hpp"

#include <boost/test/unit_test.hpp>

#include "test/support/extracted_text.hpp"

using namespace examwright;
using extract::read_rtf;
using test::failing;
using test::shown;

namespace {

std::string read(const std::string& body) {
    return shown(read_rtf(
        "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset204 Times Cyr;}"
        "{\\f2\\fcharset128 MS Mincho;}{\\f3\\fcharset2 Symbol;}}{\\colortbl;\\red0;}{\\stylesheet{Normal;}}"
        "{\\info{\\title Secret}}\\pard " +
        body + "}"));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(rtf)

BOOST_AUTO_TEST_CASE(letters_come_from_the_code_page_of_their_font) {
    BOOST_TEST(read("caf\\'e9 {\\f1 \\'d0\\'e5\\'ea\\'e0} {\\f2 \\'93\\'fa\\'96\\'7b} {\\f3 a}\\par") ==
               "p café Река 日本 α\n");
    BOOST_TEST(read("\\u8364?uro, {\\uc2\\u1056\\'d0\\'e5}eka, \\uc0\\u-10179\\u-8704 .\\par") ==
               "p €uro, Рeka, 😀.\n");
}

BOOST_AUTO_TEST_CASE(paragraphs_notes_tables_and_pages_are_known) {
    BOOST_TEST(
        read("{\\outlinelevel0 Rivers\\par}\\pard The Nile\\~is {\\b long}{\\super 2}{\\footnote\\pard A "
             "note.\\par}."
             "\\par\\trowd\\intbl River\\cell km\\cell\\row\\trowd\\intbl Nile\\cell 6650\\cell\\row\\pard "
             "After."
             "\\page Next\\line line.\\par") ==
        "h Rivers\np The Nile is long².\nn A note.\nt River | km/Nile | 6650\np After.\n--\np Next/line.\n");
}

BOOST_AUTO_TEST_CASE(what_is_not_shown_is_left_out) {
    BOOST_TEST(
        read("Seen{\\v HIDDEN}{\\*\\generator x;}{\\header Head\\par}{\\pict ff00}{\\field{\\*\\fldinst PAGE}"
             "{\\fldrslt 7}}{\\deleted gone}.\\par") == "p Seen7.\n");
}

BOOST_AUTO_TEST_CASE(hostile_files_end) {
    BOOST_TEST(read("Before\\bin2147483647 behind") == "p Before\n");
    BOOST_TEST(read("Before\\bin-5 \\u99999999999999 \\'zz\\'") != "");
    BOOST_TEST(
        (failing([] { read_rtf("{\\rtf1 " + std::string(1'000'000, '{')); }) == extraction_exit::too_costly));
    BOOST_TEST(shown(read_rtf("{\\rtf1 a" + std::string(1000, '}') + "b")) == "p ab\n");
}

BOOST_AUTO_TEST_SUITE_END()
