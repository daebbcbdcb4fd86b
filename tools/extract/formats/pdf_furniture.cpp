#include "tools/extract/formats/pdf_furniture.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <map>
#include <set>
#include <string>

#include "core/text/unicode.hpp"

namespace examwright::extract {

namespace {

constexpr float edge_zone = 0.13F;  // of a page's height

bool is_number(std::string_view text) {
    return !text.empty() && text.size() <= 4 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_roman(std::string_view text) {
    return !text.empty() && text.size() <= 7 && text.find_first_not_of("ivxlcIVXLC") == text.npos;
}

/// What texts that differ only in numbers have in common.
std::string pattern_of(const placed_line& line) {
    std::string pattern;
    for (const auto& word : line.words) {
        const std::string text = is_roman(word.text) ? "#" : casefold(word.text);
        for (const char c : text) {
            const bool digit = c >= '0' && c <= '9';
            if (!digit)
                pattern += c;
            else if (pattern.empty() || pattern.back() != '#')
                pattern += '#';
        }
        pattern += ' ';
    }
    return pattern;
}

/// "12", "- 12 -", "Page 3 of 10", "iv": nothing but a page's number.
bool is_page_number(const placed_line& line) {
    std::size_t numbers = 0, words = 0;
    for (const auto& word : line.words) {
        std::string_view text = word.text;
        while (!text.empty() && std::ispunct(static_cast<unsigned char>(text.front())))
            text.remove_prefix(1);
        while (!text.empty() && std::ispunct(static_cast<unsigned char>(text.back())))
            text.remove_suffix(1);
        const auto slash = text.find('/');
        const bool fraction =
            slash != text.npos && is_number(text.substr(0, slash)) && is_number(text.substr(slash + 1));
        numbers += is_number(text) || is_roman(text) || fraction ? 1 : 0;
        words += !text.empty() ? 1 : 0;
    }
    return numbers > 0 &&
           (words == numbers || (words <= 4 && words - numbers <= 2 && line.words.size() <= 5));
}

struct edge_line {
    std::size_t page;
    std::size_t line;
    float y;  // from the top
    bool at_top;
    bool outermost;
    bool apart;  // from the text: a gap wider than between lines
    float size;
};

/// The outermost three rows of each page, within its edge zones.
std::vector<edge_line> edge_lines(const std::vector<placed_page>& pages) {
    std::vector<edge_line> found;
    for (std::size_t p = 0; p < pages.size(); ++p) {
        const auto& lines = pages[p].lines;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const auto& place = lines[i].place;
            const bool at_top = place.y1 < pages[p].height * edge_zone;
            const bool at_bottom = place.y0 > pages[p].height * (1 - edge_zone);
            if (!at_top && !at_bottom)
                continue;
            std::set<int> rows_beyond;
            float nearest = 1e6F;
            for (const auto& other : lines) {
                const bool beyond = at_top ? other.place.y1 < place.y0 : other.place.y0 > place.y1;
                const float inwards = at_top ? other.place.y0 - place.y1 : place.y0 - other.place.y1;
                if (beyond)
                    rows_beyond.insert(static_cast<int>(other.place.y0 / 4));
                else if (inwards > -0.3F * place.height())
                    nearest = std::min(nearest, inwards);
            }
            if (rows_beyond.size() < 3)
                found.push_back({p, i, place.y0, at_top, rows_beyond.empty(), nearest > 0.5F * place.height(),
                                 lines[i].size()});
        }
    }
    return found;
}

using marks = std::vector<std::set<std::size_t>>;  // the lines to remove, by page

void mark_recurring(const std::vector<placed_page>& pages, const std::vector<edge_line>& edges, float usual,
                    marks& out) {
    std::map<std::pair<std::string, bool>, std::vector<const edge_line*>> same;
    for (const auto& edge : edges) {
        const auto& line = pages[edge.page].lines[edge.line];
        const auto pattern = is_page_number(line) ? std::string("page number") : pattern_of(line);
        same[{pattern, edge.at_top}].push_back(&edge);
    }
    const std::size_t needed = pages.size() <= 3 ? 2 : 3;
    for (const auto& [pattern, places] : same)
        for (const auto* edge : places) {
            std::set<std::size_t> near;
            for (const auto* other : places)
                if (std::abs(other->y - edge->y) < 8)
                    near.insert(other->page);
            const bool is_title = edge->size > 1.35F * usual;
            if (near.size() >= needed && !is_title)
                out[edge->page].insert(edge->line);
        }
}

/// Heads whose text changes from page to page: outermost, always at one height, apart from the text, small,
/// and no sentence's end.
void mark_by_place(const std::vector<placed_page>& pages, const std::vector<edge_line>& edges, float usual,
                   marks& out) {
    if (pages.size() < 5)
        return;
    const auto key = [](const edge_line& edge) {
        return std::pair(static_cast<int>(std::lround(edge.y / 2)), edge.at_top);
    };
    const auto may_be_head = [&](const edge_line& edge) {
        const auto& last = pages[edge.page].lines[edge.line].words.back().text;
        return edge.outermost && edge.apart && edge.size < 1.1F * usual && last.back() != '.' &&
               last.back() != '-';
    };
    std::map<std::pair<int, bool>, std::set<std::size_t>> at;
    for (const auto& edge : edges)
        if (may_be_head(edge))
            at[key(edge)].insert(edge.page);
    for (const auto& edge : edges)
        if (may_be_head(edge) && at[key(edge)].size() * 10 >= pages.size() * 6)
            out[edge.page].insert(edge.line);
}

void mark_lone_numbers(const std::vector<placed_page>& pages, const std::vector<edge_line>& edges,
                       marks& out) {
    for (const auto& edge : edges) {
        const auto& line = pages[edge.page].lines[edge.line];
        if (edge.apart && is_page_number(line) && edge.page < out.size())
            out[edge.page].insert(edge.line);
    }
}

/// A page that would be left empty keeps its text: it is no head where there is nothing that it heads.
void remove_marked(std::vector<placed_page>& pages, const marks& out) {
    for (std::size_t p = 0; p < pages.size(); ++p) {
        const auto is_text = [](const placed_line& line) { return !is_page_number(line); };
        if (out[p].size() == pages[p].lines.size() &&
            std::any_of(pages[p].lines.begin(), pages[p].lines.end(), is_text)) {
            std::erase_if(pages[p].lines, [&](const placed_line& line) { return !is_text(line); });
            continue;
        }
        std::vector<placed_line> kept;
        for (std::size_t i = 0; i < pages[p].lines.size(); ++i)
            if (!out[p].contains(i))
                kept.push_back(std::move(pages[p].lines[i]));
        pages[p].lines = std::move(kept);
    }
}

void remove_heads_and_feet(std::vector<placed_page>& pages, float usual) {
    const auto edges = edge_lines(pages);
    marks out(pages.size());
    mark_recurring(pages, edges, usual, out);
    mark_by_place(pages, edges, usual, out);
    mark_lone_numbers(pages, edges, out);
    remove_marked(pages, out);
}

/// A numbered margin: the words that begin (or end) lines, one below the other, counting upwards.
void remove_line_numbers(placed_page& page, bool on_the_left) {
    std::map<int, std::vector<std::pair<float, placed_line*>>> columns;  // by the edge that they share
    for (auto& line : page.lines) {
        if (line.words.empty())
            continue;
        const auto& word = on_the_left ? line.words.front() : line.words.back();
        const float size = line.size();
        const bool alone = line.words.size() == 1;
        const float gap = alone         ? 1e3F
                          : on_the_left ? line.words[1].place.x0 - word.place.x1
                                        : word.place.x0 - line.words[line.words.size() - 2].place.x1;
        if (is_number(word.text) && gap > 0.8F * size)
            columns[static_cast<int>(std::lround((on_the_left ? word.place.x1 : word.place.x0) / 4))]
                .push_back({word.place.y0, &line});
    }
    for (auto& [x, numbered] : columns) {
        std::sort(numbered.begin(), numbered.end());
        std::size_t rising = 0;
        int last = -1;
        for (const auto& [y, line] : numbered) {
            const int value =
                std::atoi((on_the_left ? line->words.front() : line->words.back()).text.c_str());
            rising += last >= 0 && value > last && value <= last + 5 ? 1 : 0;
            last = value;
        }
        if (numbered.size() < 5 || rising + 2 < numbered.size())
            continue;
        for (auto& [y, line] : numbered) {
            auto words = std::move(line->words);
            words.erase(on_the_left ? words.begin() : words.end() - 1);
            *line = placed_line(std::move(words));
        }
    }
    std::erase_if(page.lines, [](const auto& line) { return line.words.empty(); });
}

bool runs_upwards(const placed_line& line) {
    return line.place.height() > 2 * line.place.width() && line.plain_text().size() > 4 &&
           line.words.size() < 30;
}

bool is_outside(const placed_page& page, const placed_line& line) {
    return line.place.x1 < 0 || line.place.y1 < 0 || line.place.x0 > page.width ||
           line.place.y0 > page.height;
}

void remove_unreadable(placed_page& page, float usual) {
    const float smallest = std::min(3.0F, 0.4F * usual);
    std::erase_if(page.lines, [&](const placed_line& line) {
        return line.size() < smallest || is_outside(page, line) || runs_upwards(line);
    });
}

/// Big words at one place of several pages.
void remove_watermarks(std::vector<placed_page>& pages, float usual) {
    std::map<std::string, std::size_t> seen;
    const auto key = [](const placed_line& line) {
        return line.plain_text() + "@" + std::to_string(std::lround(line.place.x0 / 4)) + "," +
               std::to_string(std::lround(line.place.y0 / 4));
    };
    const auto is_big = [&](const placed_line& line) { return line.size() > 2.2F * usual; };
    for (const auto& page : pages)
        for (const auto& line : page.lines)
            if (is_big(line))
                ++seen[key(line)];
    for (auto& page : pages)
        std::erase_if(page.lines,
                      [&](const placed_line& line) { return is_big(line) && seen[key(line)] >= 2; });
}

}  // namespace

void remove_diagonals(placed_page& page, float usual_size) {
    std::map<float, float> big;  // where single letters that are far too big stand
    const auto is_letter_alone = [&](const placed_line& line) {
        const bool short_text = line.words.size() == 1 && line.words[0].text.size() <= 3;
        return short_text && line.place.height() > 1.8F * usual_size;
    };
    for (const auto& line : page.lines)
        if (is_letter_alone(line))
            big[line.place.x0] = line.place.y0;
    if (big.size() < 3)
        return;
    std::size_t up = 0, down = 0;
    for (auto at = std::next(big.begin()); at != big.end(); ++at)
        ++(at->second < std::prev(at)->second ? up : down);
    if (std::min(up, down) == 0)
        std::erase_if(page.lines, is_letter_alone);
}

void remove_furniture(std::vector<placed_page>& pages) {
    const float usual = usual_size(pages);
    for (auto& page : pages) {
        remove_diagonals(page, usual);  // of a page that has nothing else, where they are of the usual size
        remove_unreadable(page, usual);
        remove_line_numbers(page, true);
        remove_line_numbers(page, false);
    }
    remove_watermarks(pages, usual);
    remove_heads_and_feet(pages, usual);
}

}  // namespace examwright::extract
