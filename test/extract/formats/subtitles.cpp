#include "tools/extract/formats/subtitles.hpp"

#include <boost/test/unit_test.hpp>

#include "test/support/extracted_text.hpp"

using namespace examwright;
using extract::read_subtitles;
using test::shown;

BOOST_AUTO_TEST_SUITE(subtitles)

BOOST_AUTO_TEST_CASE(cues_become_sentences_and_five_minutes_a_page) {
    const auto read = read_subtitles(
        "WEBVTT\n\nNOTE made\nby hand\n\nSTYLE\n::cue { color: red }\n\n1\n00:01.000 --> 00:04.000 "
        "align:start\n"
        "The heart of a <i>blue</i> whale\n\n00:04.000 --> 00:08.000\nThe heart of a blue whale\nis as heavy "
        "&amp; big\n\n"
        "04:58.000 --> 05:02.000\nas a car. Copper conducts\n\n05:03.000 --> 05:06.000\nheat well.\n\n"
        "00:21:00.000 --> 00:21:03.000\n[music]\n\n00:21:04.000 --> 00:21:06.000\nThe end.\n");
    BOOST_TEST(shown(read) ==
               "p The heart of a blue whale is as heavy & big as a car. Copper conducts\n--\np heat "
               "well.\n--\n--\n--\n"
               "p The end.\n");
    BOOST_TEST(read.pages[0].blocks[0].goes_on);
    BOOST_TEST(read.page_name == "minute");
}

BOOST_AUTO_TEST_CASE(a_speaker_is_named_where_he_begins) {
    BOOST_TEST(shown(read_subtitles("WEBVTT\n\n00:01.000 --> 00:02.000\n<v.loud Anna Smith>Rivers flow\n\n"
                                    "00:02.000 --> 00:03.000\n<v Anna Smith>to the sea.</v>\n\n"
                                    "00:03.000 --> 00:04.000\n<v Ben>Not all.\n")) ==
               "p Anna Smith: Rivers flow to the sea.\np Ben: Not all.\n");
}

BOOST_AUTO_TEST_CASE(subrip_in_older_encodings_and_line_ends_is_read) {
    BOOST_TEST(shown(read_subtitles("\xEF\xBB\xBF"
                                    "1\r\n00:00:01,000 --> 00:00:02,000\r\n{\\an8}Zürich liegt\r\n\r\n"
                                    "2\r\n00:00:02,500 --> 00:00:04,000\r\nam See.\r\n- Ja.\r\n\r\n")) ==
               "p Zürich liegt am See.\np - Ja.\n");
    BOOST_TEST(
        shown(read_subtitles(
            "1\n00:00:01,000 --> 00:00:02,000\n长江是\n\n2\n00:00:02,000 --> 00:00:03,000\n最长的河。")) ==
        "p 长江是最长的河。\n");
}

BOOST_AUTO_TEST_CASE(words_with_times_roll_over_the_screen_once) {
    BOOST_TEST(
        shown(read_subtitles("WEBVTT\nKind: captions\nLanguage: en\n\n"
                             "00:00:00.160 --> 00:00:02.070 align:start position:0%\n \n"
                             "the<00:00:00.480><c> sea</c><00:00:00.900><c> is</c>\n\n"
                             "00:00:02.070 --> 00:00:02.080 align:start position:0%\nthe sea is\n \n\n"
                             "00:00:02.080 --> 00:00:04.000 align:start position:0%\nthe sea is\n"
                             "salty<00:00:02.480><c.colorE5E5E5> and</c><00:03.100><c> deep.</c>\n\n"
                             "00:00:04.000 --> 00:00:04.010\nsalty and deep.\n\n"
                             "00:00:04.010 --> 00:00:06.000\n&gt;&gt; How<00:00:04.500><c> deep?</c>\n")) ==
        "p the sea is salty and deep.\np How deep?\n");
}

BOOST_AUTO_TEST_CASE(only_tags_of_subtitles_are_taken_off) {
    const auto line = [](const std::string& text) {
        return shown(read_subtitles("1\n00:00:01,000 --> 00:00:02,000\n" + text + "\n"));
    };
    BOOST_TEST(line("If a<b then x<y.") == "p If a<b then x<y.\n");
    BOOST_TEST(line("If a <b and c> d, take vector<int> v.") == "p If a <b and c> d, take vector<int> v.\n");
    BOOST_TEST(line("<font color=\"#fff\">Red</font> <B>and</B> <c.blue.big>blue</c> &lt;i&gt;<i>.</i>") ==
               "p Red and blue <i>.\n");
    BOOST_TEST(line("<lang en-GB>Colour</lang> <ruby>base</ruby>, x <v and y") ==
               "p Colour base, x <v and y\n");
}

BOOST_AUTO_TEST_SUITE_END()
