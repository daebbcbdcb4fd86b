#include "tools/extract/formats/pdf_visibility.hpp"

#include <algorithm>
#include <cmath>

#include "tools/extract/formats/pgm_image.hpp"

namespace examwright::extract {

namespace {

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

void drop_unseen_words(placed_page& page, int number) {
    if (page.lines.empty())
        return;
    const float longest = std::max({page.width, page.height, 1.0F});
    const float scale = std::min(1.5F, 2000 / longest);
    const auto image = draw_page(number, longest * scale);
    if (!image)
        return;
    const auto is_unseen = [&](const auto& word) { return !can_be_seen(*image, word.place, scale); };
    for (auto& line : page.lines) {
        auto words = std::move(line.words);
        // The thin strokes of a sign alone may be too faint: it goes with the words of its line.
        const auto is_word = [](const auto& word) { return word.text.size() > 2; };
        const bool has_seen_word = std::any_of(
            words.begin(), words.end(), [&](const auto& word) { return is_word(word) && !is_unseen(word); });
        std::erase_if(words,
                      [&](const auto& word) { return is_unseen(word) && (is_word(word) || !has_seen_word); });
        line = placed_line(std::move(words));
    }
    std::erase_if(page.lines, [](const auto& line) { return line.words.empty(); });
}

}  // namespace examwright::extract
