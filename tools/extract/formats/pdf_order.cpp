#include "tools/extract/formats/pdf_order.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/text/unicode.hpp"
#include "tools/extract/formats/pdf_words.hpp"

namespace examwright::extract {

namespace {

using lines = std::vector<const placed_line*>;

box bounds(const lines& all) {
    box place = all.front()->place;
    for (const auto* line : all)
        place.add(line->place);
    return place;
}

float median(std::vector<float> values) {
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

float line_height(const lines& all) {
    std::vector<float> heights;
    for (const auto* line : all)
        heights.push_back(line->size());
    return median(std::move(heights));
}

/// Whether these lines are running text, which fills its column, and not the cells of a table.
bool is_running_text(const lines& side) {
    if (side.size() < 3)
        return false;
    const box place = bounds(side);
    const float size = line_height(side);
    std::vector<float> widths;
    std::vector<float> words;
    for (const auto* line : side) {
        widths.push_back(line->place.width());
        const bool unspaced = is_unspaced(decode_at(line->words.front().text, 0).value);
        words.push_back(unspaced ? 9.0F : static_cast<float>(line->words.size()));
    }
    return place.width() > 7 * size && median(std::move(widths)) > 0.55F * place.width() &&
           median(std::move(words)) >= 3;
}

/// Where nothing stands between the lines on the left and those on the right.
std::optional<float> find_gutter(const lines& all, float min_width) {
    std::vector<const placed_line*> sorted(all);
    std::sort(sorted.begin(), sorted.end(), [](auto* a, auto* b) { return a->place.x0 < b->place.x0; });
    float reach = sorted.front()->place.x1;
    float widest = 0;
    std::optional<float> at;
    for (const auto* line : sorted) {
        const float gap = line->place.x0 - reach;
        if (gap > min_width && gap > widest) {
            widest = gap;
            at = reach + gap / 2;
        }
        reach = std::max(reach, line->place.x1);
    }
    return at;
}

struct halves {
    lines left, right, across;
};

halves split_at(const lines& all, float x) {
    halves parts;
    for (const auto* line : all)
        (line->place.x1 <= x ? parts.left : line->place.x0 >= x ? parts.right : parts.across).push_back(line);
    return parts;
}

/// A gutter that few lines cross: headings, captions, pictures' texts.
std::optional<float> find_crossed_gutter(const lines& all) {
    const box place = bounds(all);
    std::optional<float> best;
    std::size_t fewest = all.size();
    std::vector<float> candidates;
    for (const auto* line : all)
        if (line->place.x0 > place.x0 + 0.2F * place.width() &&
            line->place.x0 < place.x0 + 0.8F * place.width())
            candidates.push_back(line->place.x0 - 0.5F);
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end(),
                                 [](float a, float b) { return std::abs(a - b) < 2; }),
                     candidates.end());
    if (candidates.size() > 60)
        return std::nullopt;
    for (const float x : candidates) {
        const auto parts = split_at(all, x);
        if (parts.across.size() >= fewest || parts.across.size() * 3 > all.size())
            continue;
        if (is_running_text(parts.left) && is_running_text(parts.right)) {
            fewest = parts.across.size();
            best = x;
        }
    }
    return best;
}

bool reads_from_the_right(const lines& all) {
    std::size_t right = 0, left = 0;
    for (const auto* line : all)
        for (const auto& word : line->words) {
            const char32_t c = decode_at(word.text, 0).value;
            right += is_right_to_left(c) ? 1 : 0;
            left += !is_right_to_left(c) && is_letter(c) ? 1 : 0;
        }
    return right > left;
}

std::vector<placed_row> rows_of(lines all) {
    std::sort(all.begin(), all.end(), [](auto* a, auto* b) { return a->place.y0 < b->place.y0; });
    std::vector<placed_row> rows;
    box row_place;
    for (const auto* line : all) {
        const bool beside = !rows.empty() && row_place.shared_height(line->place) > 0.3F &&
                            std::none_of(rows.back().begin(), rows.back().end(), [&](const auto& other) {
                                return other.place.shared_width(line->place) > 0.3F &&
                                       line->place.y0 > other.place.y0 + 0.5F * other.size();
                            });
        if (!beside) {
            rows.emplace_back();
            row_place = line->place;
        }
        rows.back().push_back(*line);
        row_place.add(line->place);
    }
    for (auto& row : rows)
        std::stable_sort(row.begin(), row.end(),
                         [](const auto& a, const auto& b) { return a.place.x0 < b.place.x0; });
    return rows;
}

class region_cutter {
  public:
    void cut(const lines& all, int depth) {
        if (all.empty())
            return;
        const float size = line_height(all);
        const bool deep = depth > 12;
        const auto gutter = deep ? std::nullopt : find_gutter(all, 0.6F * size);
        if (gutter && cut_at(split_at(all, *gutter), depth))
            return;
        const auto crossed = deep || all.size() < 8 ? std::nullopt : find_crossed_gutter(all);
        if (crossed)
            cut_into_bands(split_at(all, *crossed), all, depth);
        else if (deep || !cut_across(all, size, depth))
            regions.push_back({bounds(all), rows_of(all)});
    }

    std::vector<placed_region> regions;

  private:
    bool cut_at(const halves& parts, int depth) {
        if (!is_running_text(parts.left) || !is_running_text(parts.right))
            return false;
        const bool from_the_right = reads_from_the_right(parts.left);
        cut(from_the_right ? parts.right : parts.left, depth + 1);
        cut(from_the_right ? parts.left : parts.right, depth + 1);
        return true;
    }

    /// The lines across the gutter part the page into bands, which are read one after the other.
    void cut_into_bands(const halves& parts, const lines& all, int depth) {
        lines across(parts.across);
        std::sort(across.begin(), across.end(), [](auto* a, auto* b) { return a->place.y0 < b->place.y0; });
        lines rest(all);
        std::erase_if(
            rest, [&](auto* line) { return std::find(across.begin(), across.end(), line) != across.end(); });
        for (std::size_t i = 0; i < across.size();) {
            lines above, band;
            for (const auto* line : rest)
                if (line->place.y0 < across[i]->place.y0)
                    above.push_back(line);
            std::erase_if(rest, [&](auto* line) { return line->place.y0 < across[i]->place.y0; });
            cut(above, depth + 1);
            const auto next_side = std::min_element(
                rest.begin(), rest.end(), [](auto* a, auto* b) { return a->place.y0 < b->place.y0; });
            do
                band.push_back(across[i++]);
            while (i < across.size() &&
                   (next_side == rest.end() || across[i]->place.y0 < (*next_side)->place.y0));
            regions.push_back({bounds(band), rows_of(band)});
        }
        cut(rest, depth + 1);
    }

    /// At the widest gap between rows, if it is wider than between paragraphs.
    bool cut_across(const lines& all, float size, int depth) {
        lines sorted(all);
        std::sort(sorted.begin(), sorted.end(), [](auto* a, auto* b) { return a->place.y0 < b->place.y0; });
        float reach = sorted.front()->place.y1;
        float widest = 1.2F * size;
        float at = 0;
        for (const auto* line : sorted) {
            if (line->place.y0 - reach > widest) {
                widest = line->place.y0 - reach;
                at = line->place.y0;
            }
            reach = std::max(reach, line->place.y1);
        }
        if (at == 0)
            return false;
        lines above, below;
        for (const auto* line : sorted)
            (line->place.y0 < at ? above : below).push_back(line);
        cut(above, depth + 1);
        cut(below, depth + 1);
        return true;
    }
};

}  // namespace

std::vector<placed_region> reading_order(const placed_page& page) {
    lines all;
    for (const auto& line : page.lines)
        if (!line.words.empty())
            all.push_back(&line);
    region_cutter cutter;
    cutter.cut(all, 0);
    return std::move(cutter.regions);
}

}  // namespace examwright::extract
