#include "tools/extract/formats/pdf_boxes.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

#include "core/text/unicode.hpp"

namespace examwright::extract {

namespace {

float number_after(std::string_view row, std::string_view name) {
    const auto at = row.find(name);
    float value = 0;
    if (at != row.npos)
        std::from_chars(row.data() + at + name.size(), row.data() + row.size(), value);
    return std::isfinite(value) ? std::clamp(value, -1e6F, 1e6F) : 0;
}

box box_of(std::string_view row) {
    return {number_after(row, "xMin=\""), number_after(row, "yMin=\""), number_after(row, "xMax=\""),
            number_after(row, "yMax=\"")};
}

std::string without_entities(std::string_view text) {
    constexpr std::pair<std::string_view, char> entities[] = {
        {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
    std::string out;
    while (!text.empty()) {
        const auto known = std::find_if(std::begin(entities), std::end(entities),
                                        [&](const auto& entity) { return text.starts_with(entity.first); });
        const bool is_entity = known != std::end(entities);
        out += is_entity ? known->second : text.front();
        text.remove_prefix(is_entity ? known->first.size() : 1);
    }
    return out;
}

float shared(float a0, float a1, float b0, float b1) {
    const float smaller = std::min(a1 - a0, b1 - b0);
    const float common = std::min(a1, b1) - std::max(a0, b0);
    return smaller > 0 ? std::max(0.0F, common / smaller) : 0;
}

using letters_by_size = std::map<int, std::size_t>;  // by tenths of a point

void count(const placed_page& page, letters_by_size& letters) {
    for (const auto& line : page.lines)
        for (const auto& word : line.words)
            letters[static_cast<int>(std::lround(word.place.height() * 10))] += word.text.size();
}

float most_frequent(const letters_by_size& letters) {
    const auto most = std::max_element(letters.begin(), letters.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == letters.end() ? 0 : static_cast<float>(most->first) / 10;
}

}  // namespace

void box::add(const box& other) {
    x0 = std::min(x0, other.x0);
    y0 = std::min(y0, other.y0);
    x1 = std::max(x1, other.x1);
    y1 = std::max(y1, other.y1);
}

float box::shared_height(const box& other) const {
    return shared(y0, y1, other.y0, other.y1);
}

float box::shared_width(const box& other) const {
    return shared(x0, x1, other.x0, other.x1);
}

placed_line::placed_line(std::vector<placed_word> of_words) : words(std::move(of_words)) {
    std::stable_sort(words.begin(), words.end(),
                     [](const auto& a, const auto& b) { return a.place.x0 < b.place.x0; });
    if (!words.empty())
        place = words.front().place;
    for (const auto& word : words)
        place.add(word.place);
}

float placed_line::size() const {
    const auto is_like_first = [&](const auto& word) {
        return word.place.height() == words.front().place.height();
    };
    if (std::all_of(words.begin(), words.end(), is_like_first))
        return words.empty() ? 0 : words.front().place.height();
    // Weighted by letters: a line's size is that of most of its text.
    std::vector<std::pair<float, std::size_t>> letters;
    std::size_t all = 0;
    for (const auto& word : words) {
        letters.emplace_back(word.place.height(), word.text.size());
        all += word.text.size();
    }
    std::sort(letters.begin(), letters.end());
    std::size_t seen = 0;
    for (const auto& [height, count] : letters)
        if ((seen += count) * 2 >= all)
            return height;
    return 0;
}

std::string placed_line::plain_text() const {
    std::string text;
    for (const auto& word : words)
        text += (text.empty() ? "" : " ") + word.text;
    return text;
}

void box_reader::feed(std::string_view piece) {
    rows_.feed(piece, [this](std::string_view row) { read_row(trimmed(row)); });
}

void box_reader::read_row(std::string_view row) {
    if (row.starts_with("<page ")) {
        pages_.push_back({number_after(row, "width=\""), number_after(row, "height=\""), {}});
    } else if (row.starts_with("</line>")) {
        end_line();
    } else if (row.starts_with("<word ") && !pages_.empty()) {
        const auto begin = row.find('>');
        const auto end = row.rfind("</word>");
        if (begin == row.npos || end == row.npos || end < begin)
            return;
        const auto text = without_entities(row.substr(begin + 1, end - begin - 1));
        text_bytes_ += text.size();
        if (!trimmed(text).empty())
            words_.push_back({box_of(row.substr(0, begin)), std::string(trimmed(text))});
    }
}

void box_reader::end_line() {
    if (!words_.empty() && !pages_.empty())
        pages_.back().lines.emplace_back(std::move(words_));
    words_.clear();
}

float usual_size(const std::vector<placed_page>& pages) {
    letters_by_size letters;
    for (const auto& page : pages)
        count(page, letters);
    return most_frequent(letters);
}

float usual_size(const placed_page& page) {
    letters_by_size letters;
    count(page, letters);
    return most_frequent(letters);
}

}  // namespace examwright::extract
