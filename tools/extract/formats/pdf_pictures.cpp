#include "tools/extract/formats/pdf_pictures.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <sstream>
#include <string>

#include "core/text/unicode.hpp"
#include "tools/extract/failure.hpp"
#include "tools/extract/formats/legibility.hpp"
#include "tools/extract/formats/ocr.hpp"
#include "tools/extract/formats/pgm_image.hpp"
#include "tools/extract/progress.hpp"
#include "tools/extract/sandbox/child_program.hpp"

namespace examwright::extract {

namespace {

std::string text_of(const page& each) {
    std::string text;
    for (const auto& one : each.blocks)
        text += one.text + "\n";
    return text;
}

std::size_t count_letters(std::string_view text) {
    std::size_t letters = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto c = decode_at(text, i);
        letters += is_letter(c.value) ? 1 : 0;
        i += c.length;
    }
    return letters;
}

/// The pages that a picture of a page's size lies on, as pdfimages lists them.
std::set<int> pages_with_big_pictures() {
    const auto run = run_program({"pdfimages", "-list", "-"}, 4u << 20, false);
    std::set<int> pages;
    std::istringstream rows(run.output);
    std::string row;
    while (std::getline(rows, row)) {
        std::istringstream fields(row);
        int number = 0, index = 0, width = 0, height = 0;
        std::string type;
        if (fields >> number >> index >> type >> width >> height && width >= 600 && height >= 600)
            pages.insert(number);
    }
    return pages;
}

/// Draws a page for the reader: 200 dots an inch, but a huge page smaller.
std::string draw(int number, float longest_side) {
    constexpr float dots_per_point = 200.0F / 72;
    auto image = draw_page(number, longest_side * dots_per_point);
    return image ? std::move(image->bytes) : "";
}

constexpr std::size_t little = 200;  // letters; a scan may carry a stamp or a running head as text

/// Which pages are to be read by text recognition. Those without legible text lose what they have.
std::vector<int> pictured_pages(extracted& document, int first, const options& wanted) {
    std::vector<int> none, few;
    for (int number = first; number <= static_cast<int>(document.pages.size()); ++number) {
        auto& each = document.pages[static_cast<std::size_t>(number) - 1];
        const auto text = text_of(each);
        const auto letters = count_letters(text);
        if (!wanted.takes(number))
            continue;
        if (!is_legible(text))
            each.blocks.clear();
        if (letters == 0 || each.blocks.empty())
            none.push_back(number);
        else if (letters < little)
            few.push_back(number);
    }
    if (few.empty())
        return none;
    const auto with_pictures = pages_with_big_pictures();
    std::copy_if(few.begin(), few.end(), std::back_inserter(none),
                 [&](int number) { return with_pictures.contains(number); });
    std::sort(none.begin(), none.end());
    return none;
}

/// A reader, or the reason why there is none.
struct maybe_reader {
    std::optional<ocr_reader> reader;
    std::optional<failure> why_not;
};

maybe_reader find_reader(const options& wanted) {
    maybe_reader found;
    try {
        found.reader.emplace(wanted);
    } catch (const failure& error) {
        found.why_not = error;
    }
    return found;
}

bool has_text(const extracted& document) {
    return std::any_of(document.pages.begin(), document.pages.end(),
                       [](const page& each) { return !each.blocks.empty(); });
}

/// Whether nothing is drawn on the page.
bool is_empty_page(int number, float longest_side) {
    const auto image = draw_page(number, longest_side / 3);
    if (!image)
        return false;
    return std::all_of(image->bytes.begin() + static_cast<std::ptrdiff_t>(image->pixels), image->bytes.end(),
                       [](char c) { return static_cast<unsigned char>(c) > 200; });
}

}  // namespace

void read_pictured_pages(extracted& document, const std::vector<float>& longest_sides, int first,
                         const options& wanted) {
    const auto pictured = pictured_pages(document, first, wanted);
    if (pictured.empty())
        return;
    const int total = static_cast<int>(document.pages.size());
    auto maybe = find_reader(wanted);
    ocr_tally tally;
    int done = total - static_cast<int>(pictured.size());
    for (const int number : pictured) {
        const auto index = static_cast<std::size_t>(number) - 1;
        auto& each = document.pages[index];
        if (maybe.reader) {
            auto reading = maybe.reader->read(draw(number, longest_sides[index]), 0, 200);
            tally.count(reading.result);
            if (reading.result == ocr_reader::outcome::read &&
                count_letters(text_of(reading.found)) > count_letters(text_of(each))) {
                each = std::move(reading.found);
                document.ocr_pages.push_back(number);
            } else if (reading.result > ocr_reader::outcome::empty && each.blocks.empty()) {
                document.unread_pages.push_back(number);
            }
        } else if (each.blocks.empty() && !is_empty_page(number, longest_sides[index])) {
            document.unread_pages.push_back(number);
        }
        report_progress(++done, total);
    }
    if (document.unread_pages.empty() || has_text(document))
        return;
    if (maybe.why_not)
        throw *maybe.why_not;
    if (const auto why = tally.why_nothing_is_read())
        throw failure(*why, "no page could be read");
}

}  // namespace examwright::extract
