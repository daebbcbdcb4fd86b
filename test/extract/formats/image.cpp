#include "tools/extract/formats/image.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <initializer_list>
#include <string>

#include "tools/extract/formats/image_pages.hpp"
#include "tools/extract/formats/letter_marks.hpp"
#include "tools/extract/formats/ocr.hpp"
#include "tools/extract/formats/pgm_image.hpp"

using namespace examwright::extract;
using namespace std::string_literals;

BOOST_AUTO_TEST_SUITE(image)

BOOST_AUTO_TEST_CASE(the_size_is_read_from_the_header) {
    const auto png = image_pages_of("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\1\0\0\0\2\1"s);
    BOOST_TEST_REQUIRE(png.size() == 1u);
    BOOST_TEST(png[0].width == 256u);
    BOOST_TEST(png[0].height == 513u);
    const auto jpeg = image_pages_of("\xFF\xD8\xFF\xE0\0\4ab\xFF\xC0\0\x11\x08\0\x10\0\x20\3more"s);
    BOOST_TEST_REQUIRE(jpeg.size() == 1u);
    BOOST_TEST(jpeg[0].width == 32u);
    BOOST_TEST(jpeg[0].height == 16u);
}

BOOST_AUTO_TEST_CASE(each_page_of_a_tiff_is_found_once) {
    const std::string sizes = "\2\0\0\1\3\0\1\0\0\0\x40\0\0\0\1\1\4\0\1\0\0\0\x30\0\0\0"s;
    const auto pages = image_pages_of("II*\0\x08\0\0\0"s + sizes + "\x26\0\0\0"s + sizes + "\0\0\0\0"s);
    BOOST_TEST_REQUIRE(pages.size() == 2u);
    BOOST_TEST(pages[0].width == 64u);
    BOOST_TEST(pages[0].height == 48u);
    BOOST_TEST(pages[0].offset == 0u);
    BOOST_TEST(pages[1].offset == 0x26u);
    BOOST_TEST(image_pages_of("II*\0\x08\0\0\0"s + sizes + "\x08\0\0\0"s).size() == 1u);
}

BOOST_AUTO_TEST_CASE(headers_that_break_off_or_lie_have_no_page) {
    const std::string jpeg = "\xFF\xD8\xFF\xE0\0\4ab\xFF\xC0\0\x11\x08\0\x10\0\x20\3more"s;
    for (std::size_t length = 0; length < 14; ++length)
        BOOST_TEST(image_pages_of(jpeg.substr(0, length)).empty());
    BOOST_TEST(image_pages_of("\xFF\xD8\xFF\xE0\0\0\xFF\xFF\xFF\xFF\xFF\xFF"s).empty());
    BOOST_TEST(image_pages_of("II*\0\xFF\xFF\xFF\xFF"s).empty());
    BOOST_TEST(image_pages_of("MM\0*\0\0\0\x08\xFF\xFF"s).empty());
    BOOST_TEST(image_pages_of("GIF89a").empty());
}

BOOST_AUTO_TEST_CASE(why_no_page_was_read_is_told) {
    using outcome = ocr_reader::outcome;
    const auto why = [](std::initializer_list<outcome> results) {
        ocr_tally tally;
        for (const auto each : results)
            tally.count(each);
        return tally.why_nothing_is_read().value_or(examwright::extraction_exit::done);
    };
    BOOST_TEST((why({outcome::damaged, outcome::read}) == examwright::extraction_exit::done));
    BOOST_TEST((why({outcome::empty}) == examwright::extraction_exit::done));
    BOOST_TEST((why({outcome::illegible, outcome::damaged}) == examwright::extraction_exit::illegible));
    BOOST_TEST((why({outcome::too_costly}) == examwright::extraction_exit::too_costly));
    BOOST_TEST((why({outcome::damaged}) == examwright::extraction_exit::damaged));
}

BOOST_AUTO_TEST_CASE(a_drawn_page_is_taken_only_whole) {
    const auto drawn = parse_pgm("P5\n2 2\n255\nabcd");
    BOOST_TEST_REQUIRE(drawn.has_value());
    BOOST_TEST(drawn->at(1, 1) == 'd');
    for (const char* wrong :
         {"", "P5", "P5\n2 2\n255\nabc", "P5\n-2 2\n255\nabcd", "P5\n99999 2\n255\n", "P6\n1 1\n255\na"})
        BOOST_TEST(!parse_pgm(wrong).has_value(), wrong);
}

BOOST_AUTO_TEST_CASE(marks_of_the_size_of_letters_are_counted) {
    // Of a page with a ground and ink, three letters, a word of joined letters, a dot and a large picture.
    const auto letters_on = [](char ground, char ink) {
        constexpr std::size_t width = 500, height = 500;
        std::string pixels(width * height, ground);
        const auto draw = [&](std::size_t x, std::size_t y, std::size_t wide, std::size_t high) {
            for (std::size_t row = y; row < y + high; ++row)
                std::fill_n(pixels.begin() + static_cast<std::ptrdiff_t>(row * width + x), wide, ink);
        };
        for (const std::size_t x : {10u, 40u, 70u})
            draw(x, 10, 15, 20);
        draw(10, 60, 90, 20);
        draw(10, 100, 3, 3);
        draw(200, 100, 200, 200);
        return count_letter_marks(parse_pgm("P5\n500 500\n255\n" + pixels).value(), 100);
    };
    BOOST_TEST(letters_on('\xFF', '\0') == 7u);
    BOOST_TEST(letters_on('\x20', '\xF0') == 7u);
}

BOOST_AUTO_TEST_CASE(recognised_lines_become_paragraphs) {
    const auto page = paragraphs_of_ocr("The cell is the small-\nest unit.\n\nA second one.\n");
    BOOST_TEST_REQUIRE(page.blocks.size() == 2u);
    BOOST_TEST(page.blocks[0].text == "The cell is the smallest unit.");
}

BOOST_AUTO_TEST_CASE(a_bar_that_ends_a_hindi_sentence_is_its_danda) {
    const auto text = [](const char* recognised) { return paragraphs_of_ocr(recognised).blocks.at(0).text; };
    BOOST_TEST(text("यह सच है |") == "यह सच है ।");
    BOOST_TEST(text("यह सच है| और यह भी") == "यह सच है। और यह भी");
    BOOST_TEST(text("P(A | B) and |x| |") == "P(A | B) and |x| |");
}

BOOST_AUTO_TEST_SUITE_END()
