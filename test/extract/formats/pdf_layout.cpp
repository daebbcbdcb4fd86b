#include "tools/extract/formats/pdf_layout.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <utility>

#include "tools/extract/formats/legibility.hpp"
#include "tools/extract/formats/pdf_hyphens.hpp"

using namespace examwright;
using namespace examwright::extract;

namespace {

/// Draws pages in a font whose letters are 5 points wide and 10 high.
struct drawn_page {
    placed_page page{600, 800, {}};

    drawn_page& line(float x, float y, const std::string& text, float size = 10) {
        std::vector<placed_word> words;
        std::string word;
        for (const char c : text + " ") {
            const float width = size / 2;
            if (c != ' ') {
                word += c;
                continue;
            }
            const float end = x + width * static_cast<float>(word.size());
            if (!word.empty())
                words.push_back({{x, y, end, y + size}, word});
            x = end + width;
            word.clear();
        }
        page.lines.emplace_back(std::move(words));
        return *this;
    }
};

std::string text_of(const page& each) {
    std::string text;
    for (const auto& one : each.blocks)
        text += std::string(name_of(one.kind)) + ": " + one.text + "\n";
    return text;
}

std::vector<page> prepared_and_laid_out(std::vector<placed_page> pages) {
    for (auto& each : pages)
        prepare(each);
    return lay_out(std::move(pages));
}

std::string lay_out_one(const drawn_page& drawn) {
    return text_of(prepared_and_laid_out({drawn.page}).at(0));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pdf_layout)

BOOST_AUTO_TEST_CASE(boxes_are_read_as_they_arrive) {
    const std::string xml =
        "<page width=\"600.0\" height=\"800.0\">\n <line xMin=\"1\">\n  <word xMin=\"10.5\" yMin=\"20\" "
        "xMax=\"30\" "
        "yMax=\"30\">R&amp;D</word>\n  <word xMin=\"40\" yMin=\"20\" xMax=\"60\" "
        "yMax=\"30\">&lt;x&gt;</word>\n "
        "</line>\n</page>\n";
    box_reader reader;
    for (const char c : xml)
        reader.feed(std::string(1, c));
    const auto& pages = reader.pages();
    BOOST_TEST_REQUIRE(pages.size() == 1u);
    BOOST_TEST_REQUIRE(pages[0].lines.size() == 1u);
    BOOST_TEST(pages[0].lines[0].plain_text() == "R&D <x>");
    BOOST_TEST(pages[0].lines[0].place.x1 == 60);
}

BOOST_AUTO_TEST_CASE(columns_are_read_one_after_the_other) {
    drawn_page drawn;
    drawn.line(50, 50, "A title that stands across both of the columns here", 10);
    for (int i = 0; i < 6; ++i) {
        drawn.line(50, 100 + 12.0F * static_cast<float>(i), "left side of the page text" + std::to_string(i));
        drawn.line(320, 100 + 12.0F * static_cast<float>(i),
                   "right side of the page text" + std::to_string(i));
    }
    const auto text = lay_out_one(drawn);
    BOOST_TEST(text.find("text0 left side") != std::string::npos, text);
    BOOST_TEST(text.find("text5 right side") != std::string::npos, text);
    BOOST_TEST(text.find("A title") < text.find("left side"));
}

BOOST_AUTO_TEST_CASE(tables_are_read_row_by_row) {
    drawn_page drawn;
    const char* cells[][3] = {
        {"River", "Length", "Mouth"}, {"Nile", "6650 km", "Egypt"}, {"Rhine", "1233 km", "Sea"}};
    float y = 100;
    for (const auto& row : cells) {
        drawn.line(50, y, row[0]).line(250, y, row[1]).line(400, y, row[2]);
        y += 14;
    }
    BOOST_TEST(lay_out_one(drawn) ==
               "table: River | Length | Mouth\nNile | 6650 km | Egypt\nRhine | 1233 km | Sea\n\n");
}

BOOST_AUTO_TEST_CASE(heads_feet_and_numbers_go_and_the_text_at_the_edge_stays) {
    std::vector<placed_page> pages;
    const char* ends[] = {"weighs much", "conducts heat", "has four strings", "flows slowly", "is very old"};
    for (int i = 0; i < 5; ++i) {
        drawn_page drawn;
        drawn.line(50, 30, i < 3 ? "Chapter 1: Cells" : "Chapter 2: Genes");
        drawn.line(50, 60, std::string("The end of a sentence ") + ends[i] + ".");
        drawn.line(50, 100, "Here the text of the page goes on for quite a while and");
        drawn.line(50, 112, "fills another line of it " + std::to_string(i) + ".");
        drawn.line(50, 770, "Page " + std::to_string(i + 1) + " of 5");
        pages.push_back(drawn.page);
    }
    const auto laid_out = prepared_and_laid_out(pages);
    for (const auto& page : laid_out) {
        const auto text = text_of(page);
        BOOST_TEST(text.find("Page ") == std::string::npos, text);
        BOOST_TEST(text.find("The end of a sentence") != std::string::npos, text);
    }
    BOOST_TEST(text_of(laid_out[0]).find("Chapter") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(line_numbers_go) {
    drawn_page drawn;
    for (int i = 0; i < 8; ++i) {
        drawn.line(30, 100 + 12.0F * static_cast<float>(i), std::to_string(i + 1), 6);
        drawn.line(60, 100 + 12.0F * static_cast<float>(i),
                   "a line of the text that is numbered at its side");
    }
    const auto text = lay_out_one(drawn);
    BOOST_TEST(text.find_first_of("12345678") == std::string::npos, text);
}

BOOST_AUTO_TEST_CASE(letters_set_apart_are_a_word) {
    drawn_page drawn;
    std::vector<placed_word> letters;
    float x = 50;
    for (const char c : std::string("Here is")) {
        if (c != ' ')
            letters.push_back({{x, 100, x + 5, 110}, std::string(1, c)});
        x += c == ' ' ? 6 : 7.0F;
    }
    drawn.page.lines.emplace_back(letters);
    BOOST_TEST(lay_out_one(drawn).find("Here is") != std::string::npos, lay_out_one(drawn));
}

BOOST_AUTO_TEST_CASE(raised_and_lowered_signs_stay_with_their_base) {
    drawn_page drawn;
    drawn.page.lines.emplace_back(std::vector<placed_word>{{{50, 100, 55, 110}, "x"},
                                                           {{55, 98, 58, 104}, "2"},
                                                           {{70, 100, 75, 110}, "n"},
                                                           {{75, 98, 82, 104}, "x-1"},
                                                           {{90, 100, 95, 110}, "H"},
                                                           {{95, 105, 98, 111}, "2"},
                                                           {{98, 100, 103, 110}, "O"},
                                                           {{110, 100, 150, 110}, "and"}});
    BOOST_TEST(lay_out_one(drawn).find("x² n^(x-1) H₂O and") != std::string::npos, lay_out_one(drawn));
}

BOOST_AUTO_TEST_CASE(the_document_decides_about_hyphens) {
    hyphen_joiner hyphens;
    hyphens.learn("a well-known government of license and common use");
    const auto joined = [&](const char* first, const char* second) {
        std::string text = first;
        hyphens.append_line(text, second);
        return text;
    };
    BOOST_TEST(joined("the govern-", "ment of") == "the government of");
    BOOST_TEST(joined("a well-", "known man") == "a well-known man");
    BOOST_TEST(joined("Debian-", "Maschinen") == "Debian-Maschinen");
    BOOST_TEST(joined("common-", "license") == "common-license");
    BOOST_TEST(joined("unheard\u00AD", "ness") == "unheardness");
    BOOST_TEST(joined("\u6F22\u5B57", "\u4EEE\u540D") == "\u6F22\u5B57\u4EEE\u540D");
    BOOST_TEST(joined("two", "words") == "two words");
}

BOOST_AUTO_TEST_CASE(a_footnote_does_not_part_a_sentence_from_the_next_page) {
    drawn_page first, second;
    for (int i = 0; i < 6; ++i)
        first.line(50, 100 + 12.0F * static_cast<float>(i),
                   "a long line of the text that goes on and on and on");
    first.line(50, 700, "1 A note that is set in smaller letters at the foot.", 8);
    second.line(50, 100, "until it ends on the second page of them.");
    const auto pages = prepared_and_laid_out({first.page, second.page});
    BOOST_TEST((pages[0].blocks.front().kind == block_kind::note));
    BOOST_TEST((pages[0].blocks.back().kind == block_kind::prose));
}

BOOST_AUTO_TEST_CASE(text_that_is_none_is_seen) {
    BOOST_TEST(is_legible("The cell was named by Robert Hooke, who saw it in 1665 in a slice of cork."));
    BOOST_TEST(is_legible(""));
    BOOST_TEST(is_legible("x = 5; y = x * 2; return sqrt(x*x + y*y) / 7.0;  // CO2 H2O NaCl"));
    BOOST_TEST(
        !is_legible("6XPPDU\\ RI WKH UHVXOWV WKDW ZH KDYH VHHQ LQ WKH VWXG\\ RI FHOOV DQG JHQHV LQ 0DUFK"));
    BOOST_TEST(
        !is_legible("\u00C8\u00AB \u00CA\u00C0 \u00BD\u00E7 \u00B5\u00C4 \u00CE\u00C4 \u00D7\u00D6 "
                    "\u00B5\u00C4 \u00C8\u00AB \u00CA\u00C0 \u00BD\u00E7 \u00B5\u00C4"));
    BOOST_TEST(
        !is_legible("\uE001\uE002\uE003 \uE004\uE005\uE006 and \uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD cells"));
}

BOOST_AUTO_TEST_SUITE_END()
