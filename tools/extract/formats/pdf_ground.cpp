#include "tools/extract/formats/pdf_ground.hpp"

#include <algorithm>

namespace examwright::extract {

namespace {

constexpr paint_color paper{.red = 1, .green = 1, .blue = 1};
constexpr float thin = 2.5F;  // points; a rule, which covers no text

/// Where text begins: how far it goes is known only roughly.
bool begins_in(const box& text, const box& area) {
    const float x = text.x0 + 0.3F * std::min(text.width(), text.height());
    const float y = (text.y0 + text.y1) / 2;
    return area.x0 <= x && x <= area.x1 && area.y0 <= y && y <= area.y1;
}

bool is_covered(const box& text, const box& area) {
    return area.shared_height(text) > 0.4F && area.shared_width(text) > 0.1F;
}

}  // namespace

bool page_ground::write(const box& place, const paint_color& color) {
    if (!is_affordable(areas_.size()))
        return false;
    texts_.push_back(place);
    const auto under = std::find_if(areas_.rbegin(), areas_.rend(),
                                    [&](const auto& each) { return begins_in(place, each.place); });
    const auto& ground = under == areas_.rend() ? paper : under->color;
    return color.known && (ground.known ? !color.is_close_to(ground) : !color.is_pale());
}

bool page_ground::fill(const box& place, const paint_color& color) {
    if (std::min(place.width(), place.height()) < thin)
        return true;
    if (!is_affordable(texts_.size()))
        return false;
    areas_.push_back({place, color});
    return std::none_of(texts_.begin(), texts_.end(),
                        [&](const auto& text) { return is_covered(text, place); });
}

/// No page decides how long it takes to be looked at.
bool page_ground::is_affordable(std::size_t comparisons) {
    constexpr std::size_t most_comparisons = 10'000'000;
    comparisons_ += comparisons;
    return comparisons_ < most_comparisons;
}

}  // namespace examwright::extract
