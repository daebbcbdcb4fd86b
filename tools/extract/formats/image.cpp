#include "tools/extract/formats/image.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "tools/extract/failure.hpp"
#include "tools/extract/formats/image_pages.hpp"
#include "tools/extract/formats/ocr.hpp"
#include "tools/extract/progress.hpp"

namespace examwright::extract {

namespace {

constexpr std::uint64_t most_pixels = 40'000'000;

bool fits(const image_page& page) {
    return std::uint64_t{page.width} * page.height <= most_pixels;
}

/// The numbers, from 1, of the pages that are asked for.
std::vector<int> chosen_image_pages(const std::vector<image_page>& pages, const options& wanted) {
    if (pages.empty())
        throw failure(extraction_exit::damaged, "the image has no size");
    std::vector<int> chosen;
    for (int number = 1; number <= static_cast<int>(pages.size()); ++number)
        if (wanted.takes(number))
            chosen.push_back(number);
    if (chosen.empty())
        throw failure(extraction_exit::no_such_pages, std::to_string(pages.size()) + " pages");
    if (static_cast<int>(chosen.size()) > wanted.max_pages)
        throw failure(extraction_exit::too_many_pages, std::to_string(chosen.size()) + " pages");
    return chosen;
}

}  // namespace

extracted read_image(const std::string& bytes, const options& wanted) {
    const auto pages = image_pages_of(bytes);
    const auto chosen = chosen_image_pages(pages, wanted);
    const auto page_of = [&](int number) { return pages[static_cast<std::size_t>(number) - 1]; };
    if (std::none_of(chosen.begin(), chosen.end(), [&](int number) { return fits(page_of(number)); }))
        throw failure(extraction_exit::too_costly, "the image has too many pixels");
    ocr_reader reader(wanted);
    ocr_tally tally;
    extracted found;
    found.pages.resize(static_cast<std::size_t>(chosen.back()));
    int done = 0;
    for (const int number : chosen) {
        const auto page = page_of(number);
        auto reading = fits(page) ? reader.read(bytes, page.offset)
                                  : ocr_reader::page_reading{ocr_reader::outcome::too_costly, {}};
        tally.count(reading.result);
        if (reading.result == ocr_reader::outcome::read)
            found.ocr_pages.push_back(number);
        else if (reading.result != ocr_reader::outcome::empty)
            found.unread_pages.push_back(number);
        found.pages[static_cast<std::size_t>(number) - 1] = std::move(reading.found);
        report_progress(++done, static_cast<int>(chosen.size()));
    }
    if (const auto why = tally.why_nothing_is_read())
        throw failure(*why, "no page of the image could be read");
    return found;
}

}  // namespace examwright::extract
