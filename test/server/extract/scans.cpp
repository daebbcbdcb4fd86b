// Pages as a scanner or a camera gives them, read by Tesseract in the real process.
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <numbers>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "test/support/extractor_fixture.hpp"
#include "test/support/pdf_writer.hpp"

using namespace examwright;
using namespace examwright::test;

namespace {

const std::vector<std::string> lines = {
    "The cell is the smallest unit of life that can live on its own. All living things",
    "are made of cells, from bacteria to the blue whale. Robert Hooke described them in",
    "1665, when he looked at thin slices of cork through a microscope of his own making.",
    "He called the small chambers that he saw cells, after the rooms of monks. Antonie",
    "van Leeuwenhoek was the first who saw living ones, in water of a pond, in 1674. In",
    "1839 Schleiden and Schwann stated that every plant and every animal consists of",
    "cells. Rudolf Virchow added in 1855 that each cell comes from another cell before",
    "it. The nucleus holds the genes of a cell, and mitochondria release its energy."};

std::set<std::string> words_of(const std::string& text) {
    std::istringstream in(text);
    return {std::istream_iterator<std::string>(in), {}};
}

struct scans_fixture : extractor_fixture {
    /// The lines on a page that lies turned by an angle, as a picture.
    std::string scan(double degrees, int dots_per_inch) {
        const double angle = degrees * std::numbers::pi / 180;
        const double cosine = std::cos(angle), sine = std::sin(angle);
        std::ostringstream content;
        content << std::fixed << cosine << ' ' << sine << ' ' << -sine << ' ' << cosine
                << " 297 421 cm BT /F1 12 Tf 18 TL -240 120 Td ";
        for (const auto& line : lines)
            content << '(' << line << ") Tj T* ";
        content << "ET";
        const auto pdf = write("page.pdf", write_drawn_pdf({content.str()}));
        const auto picture = folder.path() / "page";
        const auto command = "pdftoppm -gray -png -singlefile -r " + std::to_string(dots_per_inch) + " '" +
                             pdf.string() + "' '" + picture.string() + "'";
        BOOST_TEST_REQUIRE(std::system(command.c_str()) == 0);
        std::ifstream file(picture.string() + ".png", std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    void is_read(double degrees, int dots_per_inch) {
        BOOST_TEST_CONTEXT(degrees << " degrees, " << dots_per_inch << " dots an inch") {
            const auto found = extract(scan(degrees, dots_per_inch), "image");
            BOOST_TEST_REQUIRE(found.has_value(), (found.has_error() ? found.error().detail : ""));
            const auto words = words_of(found->text);
            std::size_t expected = 0, missing = 0;
            for (const auto& line : lines)
                for (const auto& word : words_of(line)) {
                    ++expected;
                    missing += words.contains(word) ? 0 : 1;
                }
            BOOST_TEST(missing * 50 <= expected, found->text);
        }
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(scans, scans_fixture)

BOOST_AUTO_TEST_CASE(a_straight_page_is_read) {
    is_read(0, 200);
    is_read(0, 72);
}

BOOST_AUTO_TEST_CASE(a_page_that_lies_askew_is_read) {
    is_read(3, 200);
    is_read(-4, 100);
}

BOOST_AUTO_TEST_CASE(a_page_on_its_side_is_read) {
    is_read(-88, 200);
}

BOOST_AUTO_TEST_SUITE_END()
