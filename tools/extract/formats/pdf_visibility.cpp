#include "tools/extract/formats/pdf_visibility.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "core/text/unicode.hpp"
#include "tools/extract/formats/pgm_image.hpp"
#include "tools/extract/sandbox/child_program.hpp"

namespace examwright::extract {

namespace {

std::string_view attribute(std::string_view row, std::string_view name) {
    const auto at = row.find(name);
    if (at == row.npos)
        return {};
    const auto value = row.substr(at + name.size());
    return value.substr(0, value.find('"'));
}

/// "#f0f0ff" is nearly white.
bool is_white(std::string_view color) {
    if (color.size() != 7 || color[0] != '#')
        return false;
    for (std::size_t i = 1; i < 7; i += 2) {
        int value = 0;
        std::from_chars(color.data() + i, color.data() + i + 2, value, 16);
        if (value < 0xE0)
            return false;
    }
    return true;
}

/// The bytes of a row's text, without its tags and blanks.
std::size_t text_bytes(std::string_view row) {
    std::size_t bytes = 0;
    bool in_tag = false;
    for (const char c : row) {
        in_tag = in_tag || c == '<';
        bytes += !in_tag && c != ' ' ? 1 : 0;
        in_tag = in_tag && c != '>';
    }
    return bytes;
}

std::size_t text_bytes(const placed_page& page) {
    std::size_t bytes = 0;
    for (const auto& line : page.lines)
        for (const auto& word : line.words)
            bytes += word.text.size();
    return bytes;
}

bool can_be_seen(const pgm_image& image, const box& place, float scale) {
    const int left = static_cast<int>(std::floor(place.x0 * scale)),
              right = static_cast<int>(std::ceil(place.x1 * scale));
    const int top = static_cast<int>(std::floor(place.y0 * scale)),
              bottom = static_cast<int>(std::ceil(place.y1 * scale));
    int darkest = 255, brightest = 0;
    for (int y = std::max(top, 0); y < std::min(bottom, image.height); ++y)
        for (int x = std::max(left, 0); x < std::min(right, image.width); ++x) {
            darkest = std::min(darkest, image.at(x, y));
            brightest = std::max(brightest, image.at(x, y));
        }
    constexpr int least_contrast = 20;
    return brightest - darkest >= least_contrast;
}

}  // namespace

void paint_reader::feed(std::string_view piece) {
    rows_.feed(piece, [this](std::string_view row) { read_row(trimmed(row)); });
}

void paint_reader::add(const paint_reader& other) {
    has_white_.resize(std::max(has_white_.size(), other.has_white_.size()));
    drawn_bytes_.resize(has_white_.size());
    for (std::size_t page = 0; page < other.has_white_.size(); ++page) {
        has_white_[page] = has_white_[page] || other.has_white_[page];
        drawn_bytes_[page] += other.drawn_bytes_[page];
    }
}

void paint_reader::read_row(std::string_view row) {
    constexpr int most_pages = 100'000;
    // pdftohtml tells of links on its output, too: "link to page 49  link to page 67 <page number=...".
    if (const auto page = row.find("<page number="); row.starts_with("link to page ") && page != row.npos)
        row.remove_prefix(page);
    if (row.starts_with("<page ")) {
        const auto number = attribute(row, "number=\"");
        std::from_chars(number.data(), number.data() + number.size(), page_);
        page_ = std::clamp(page_, 0, most_pages);
        has_white_.resize(std::max(has_white_.size(), static_cast<std::size_t>(page_) + 1));
        drawn_bytes_.resize(has_white_.size());
    } else if (row.starts_with("<fontspec ") && is_white(attribute(row, "color=\""))) {
        white_fonts_.insert(std::string(attribute(row, "id=\"")));
    } else if (row.starts_with("<text ") && page_ > 0) {
        const auto page = static_cast<std::size_t>(page_);
        drawn_bytes_[page] += text_bytes(row);
        if (white_fonts_.contains(attribute(row, "font=\"")))
            has_white_[page] = true;
    }
}

bool paint_reader::is_suspicious(int page, std::size_t text_bytes) const {
    const auto index = static_cast<std::size_t>(page);
    if (index >= has_white_.size())
        return text_bytes > 0 && !has_white_.empty();
    return has_white_[index] || text_bytes > drawn_bytes_[index] + drawn_bytes_[index] / 20 + 4;
}

std::future<paint_reader> begin_reading_paint(int first, int last) {
    const auto read = [](int from, int to) {
        constexpr std::size_t most_bytes = 64u << 20;
        paint_reader reader;
        std::size_t bytes = 0;
        const auto take = [&](std::string_view piece) {
            reader.feed(piece);
            return (bytes += piece.size()) < most_bytes;
        };
        run_program_beside({"pdftohtml", "-xml", "-i", "-zoom", "1", "-f", std::to_string(from), "-l",
                            std::to_string(to), "-stdout", "-", "page"},
                           take);
        return reader;
    };
    constexpr int many_pages = 40;
    if (last - first < many_pages)
        return std::async(std::launch::async, read, first, last);
    return std::async(std::launch::async, [read, first, last] {
        const int middle = first + (last - first) / 2;
        auto later = std::async(std::launch::async, read, middle + 1, last);
        auto all = read(first, middle);  // one process alone takes longer than pdftotext beside it
        all.add(later.get());
        return all;
    });
}

bool drop_unseen_words(std::vector<placed_page>& pages, int first, const paint_reader& paint) {
    bool any = false;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        auto& page = pages[i];
        const int number = first + static_cast<int>(i);
        if (!paint.is_suspicious(number, text_bytes(page)))
            continue;
        const float longest = std::max({page.width, page.height, 1.0F});
        const float scale = std::min(1.5F, 2000 / longest);
        const auto image = draw_page(number, longest * scale);
        if (!image)
            continue;
        for (auto& line : page.lines) {
            auto words = std::move(line.words);
            const auto unseen = [&](const auto& word) { return !can_be_seen(*image, word.place, scale); };
            any = std::erase_if(words, unseen) > 0 || any;
            line = placed_line(std::move(words));
        }
        std::erase_if(page.lines, [](const auto& line) { return line.words.empty(); });
    }
    return any;
}

}  // namespace examwright::extract
