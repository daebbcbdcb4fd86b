#include "tools/extract/formats/pdf_paragraphs.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/text/unicode.hpp"
#include "tools/extract/formats/pdf_line_text.hpp"
#include "tools/extract/formats/pdf_words.hpp"

namespace examwright::extract {

namespace {

bool ends_sentence(std::string_view text) {
    constexpr std::u32string_view ends = U".!?:;…。！？।॥؟۔";
    constexpr std::u32string_view closing = U")\"'”’»]】」』";
    while (!text.empty()) {
        const auto c = decode_before(text, text.size());
        if (ends.find(c.value) != ends.npos)
            return true;
        if (closing.find(c.value) == closing.npos)
            return false;
        text.remove_suffix(c.length);
    }
    return true;
}

bool starts_item_line(const placed_line& line) {
    return line.words.size() > 1 && is_item_mark(line.words.front().text);
}

/// "Introduction ........ 12"
bool is_contents_line(std::string_view text) {
    const auto dots = std::min(text.find("...."), text.find(". . ."));
    const bool page = !text.empty() && text.back() >= '0' && text.back() <= '9';
    return page && (dots != text.npos || text.find("…") != text.npos);
}

bool is_caption(std::string_view text) {
    const auto blank = text.find(' ');
    if (blank == text.npos || blank + 1 >= text.size() || text[blank + 1] < '0' || text[blank + 1] > '9')
        return false;
    constexpr std::string_view names[] = {"fig",       "figure",  "fig.",    "table",  "tab.",
                                          "abbildung", "abb.",    "tabelle", "figura", "tabla",
                                          "tableau",   "listing", "рис.",    "таблица"};
    const auto first = casefold(text.substr(0, blank));
    return std::find(std::begin(names), std::end(names), first) != std::end(names);
}

/// Makes blocks of the rows of one region.
class block_maker {
  public:
    block_maker(const placed_region& region, const hyphen_joiner& hyphens, page_style style, page& out)
        : region_(region), hyphens_(hyphens), style_(style), out_(out), leading_(usual_leading()) {}

    void run() {
        const auto& rows = region_.rows;
        for (std::size_t i = 0; i < rows.size();) {
            const auto table_end = end_of_table(i);
            const auto code_end = table_end > i ? i : end_of_code(i);
            if (table_end > i)
                add_table(i, table_end);
            else if (code_end > i)
                add_code(i, code_end);
            else
                add_line(i);
            i = std::max({table_end, code_end, i + 1});
        }
        end_paragraph();
    }

  private:
    float usual_leading() const {
        std::vector<float> steps;
        for (std::size_t i = 1; i < region_.rows.size(); ++i)
            steps.push_back(region_.rows[i].front().place.y1 - region_.rows[i - 1].front().place.y1);
        if (steps.empty())
            return 0;
        const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
        std::nth_element(steps.begin(), middle, steps.end());
        return *middle;
    }

    std::size_t end_of_table(std::size_t first) const {
        const auto& rows = region_.rows;
        std::size_t end = first, wide = 0, last_wide = first;
        while (end < rows.size() &&
               (rows[end].size() > 1 || (end > first && is_cell(rows[end], rows[end - 1])))) {
            wide += rows[end].size() > 1 ? 1 : 0;
            last_wide = rows[end].size() > 1 ? end + 1 : last_wide;
            ++end;
        }
        return wide >= 2 || (wide == 1 && is_spread(rows[first])) ? last_wide : first;
    }

    static bool is_spread(const placed_row& row) {
        for (std::size_t i = 1; i < row.size(); ++i)
            if (row[i].place.x0 - row[i - 1].place.x1 < 1.5F * row[i].size())
                return false;
        return row.size() > 1;
    }

    /// One cell of a row whose other cells are empty, or the next line of a cell.
    bool is_cell(const placed_row& row, const placed_row& before) const {
        const auto& line = row.front();
        return line.place.width() < 0.5F * region_.place.width() &&
               line.place.y0 - before.front().place.y1 < 1.5F * line.size();
    }

    void add_table(std::size_t first, std::size_t end) {
        end_paragraph();
        block table{block_kind::table, ""};
        std::size_t contents = 0;
        for (std::size_t i = first; i < end; ++i) {
            std::string row;
            for (const auto& cell : region_.rows[i])
                row += (row.empty() ? "" : " | ") + line_text(cell);
            contents += is_contents_line(row) ? 1 : 0;
            table.text += row + "\n";
        }
        if (contents * 2 > end - first)
            table.kind = block_kind::contents;
        out_.blocks.push_back(std::move(table));
    }

    std::size_t end_of_code(std::size_t first) const {
        const auto& rows = region_.rows;
        std::size_t end = first;
        while (!style_.is_typewritten && end < rows.size() && rows[end].size() == 1 &&
               is_monospaced(rows[end].front()) &&
               std::abs(letter_width(rows[end].front()) - letter_width(rows[first].front())) < 0.2F)
            ++end;
        std::size_t words = 0;
        for (std::size_t i = first; i < end; ++i)
            words += rows[i].front().words.size();
        return words >= 3 ? end : first;
    }

    void add_code(std::size_t first, std::size_t end) {
        end_paragraph();
        float left = 1e6F;
        for (std::size_t i = first; i < end; ++i)
            left = std::min(left, region_.rows[i].front().place.x0);
        block code{block_kind::code, ""};
        const float width = letter_width(region_.rows[first].front());
        for (std::size_t i = first; i < end; ++i)
            code.text += code_text(region_.rows[i].front(), left, width) + "\n";
        out_.blocks.push_back(std::move(code));
    }

    void add_line(std::size_t at) {
        for (const auto& line : region_.rows[at]) {
            if (begins_paragraph(line))
                end_paragraph();
            if (paragraph_.empty())
                first_ = &line;
            const auto text = line_text(line);
            contents_ += is_contents_line(text) ? 1 : 0;
            if (contents_ > 0 && !paragraph_.empty())
                paragraph_ += "\n" + text;
            else
                hyphens_.append_line(paragraph_, text);
            last_ = &line;
            ++lines_;
        }
    }

    bool begins_paragraph(const placed_line& line) const {
        if (!last_)
            return true;
        const float size = last_->size();
        const float step = line.place.y1 - last_->place.y1;
        if (step > 1.3F * leading_ + 0.15F * size || std::abs(line.size() - size) > 0.12F * size)
            return true;
        if (starts_item_line(line) || is_caption(line.plain_text()))
            return true;
        if (has_room_for(line) || is_slide_line(line))
            return true;
        const float indent = line.place.x0 - last_->place.x0;
        const bool short_before = last_->place.x1 < region_.place.x1 - 0.12F * region_.place.width();
        const bool ended = ends_sentence(paragraph_);
        const bool hangs = first_ && starts_item_line(*first_) && indent > 0;
        if (first_ && starts_item_line(*first_) && line.place.x0 < first_->place.x0 + 0.3F * size &&
            indent < -0.3F * size)
            return true;
        return !hangs && ended && (short_before || indent > 0.8F * size);
    }

    /// The next word would have found room: the line was ended on purpose.
    bool has_room_for(const placed_line& line) const {
        const bool from_the_right = is_right_to_left(decode_at(line.words.front().text, 0).value);
        const auto& word = from_the_right ? line.words.back() : line.words.front();
        const float room = from_the_right ? region_.place.width() - last_->place.width()
                                          : std::max(line.place.x1, region_.place.x1) - last_->place.x1;
        const float edge =
            from_the_right ? last_->place.width() - line.place.width() : line.place.x1 - last_->place.x1;
        const bool narrowed = std::abs(edge) < 1.5F * line.size();  // beside a picture
        return !narrowed && room > word.place.width() + 1.2F * line.size();
    }

    /// On slides short lines are points of a list, with or without a mark.
    bool is_slide_line(const placed_line& line) const {
        const auto c = decode_at(line.words.front().text, 0).value;
        return style_.is_slide && last_->place.x1 < 0.65F * style_.page_width && !is_lower(c);
    }

    void end_paragraph() {
        if (!paragraph_.empty())
            out_.blocks.push_back({kind_of_paragraph(), std::move(paragraph_)});
        paragraph_.clear();
        first_ = last_ = nullptr;
        lines_ = contents_ = 0;
    }

    block_kind kind_of_paragraph() const {
        const float size = first_->size();
        if (contents_ > 0 && contents_ * 2 >= lines_)
            return block_kind::contents;
        if (size > 1.12F * style_.usual_size && lines_ <= 4 && paragraph_.size() < 250)
            return block_kind::heading;
        const bool numbered = starts_item_line(*first_) || is_note_number(*first_);
        if (size < 0.93F * style_.usual_size && numbered)
            return block_kind::note;
        const bool slide_point = style_.is_slide && !ends_sentence(paragraph_) && lines_ <= 2;
        if (starts_item_line(*first_) || slide_point)
            return block_kind::list;
        return block_kind::prose;
    }

    static bool is_note_number(const placed_line& line) {
        const auto& word = line.words.front();
        const bool number =
            word.text.size() <= 3 && std::all_of(word.text.begin(), word.text.end(),
                                                 [](char c) { return (c >= '0' && c <= '9') || c == '*'; });
        return number && line.words.size() > 2;
    }

    const placed_region& region_;
    const hyphen_joiner& hyphens_;
    const page_style style_;
    page& out_;
    const float leading_;
    std::string paragraph_;
    const placed_line* first_ = nullptr;
    const placed_line* last_ = nullptr;
    std::size_t lines_ = 0;
    std::size_t contents_ = 0;
};

bool is_text(const block& each) {
    return each.kind == block_kind::prose || each.kind == block_kind::list;
}

bool begins_in_mid_sentence(std::string_view text) {
    return !text.empty() && is_lower(decode_at(text, 0).value);
}

bool is_unfinished(const block& each) {
    return is_text(each) && each.text.size() > 30 && !ends_sentence(each.text) && !is_caption(each.text);
}

/// What interrupts a paragraph stands behind it afterwards.
void join_within(page& each, const hyphen_joiner& hyphens) {
    auto& blocks = each.blocks;
    for (std::size_t i = 0; i + 1 < blocks.size(); ++i) {
        if (!is_unfinished(blocks[i]))
            continue;
        std::size_t next = i + 1;
        while (next < blocks.size() && next < i + 6 &&
               (!is_text(blocks[next]) || is_caption(blocks[next].text)) &&
               blocks[next].kind != block_kind::heading)
            ++next;
        if (next >= blocks.size() || blocks[next].kind != block_kind::prose ||
            !begins_in_mid_sentence(blocks[next].text))
            continue;
        hyphens.append_line(blocks[i].text, blocks[next].text);
        blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(next));
        --i;
    }
}

/// Notes go before a last paragraph that goes on on the next page.
void move_notes_up(page& each) {
    auto& blocks = each.blocks;
    std::size_t end = blocks.size();
    while (end > 0 && (blocks[end - 1].kind == block_kind::note || is_caption(blocks[end - 1].text)))
        --end;
    if (end == 0 || end == blocks.size() || !is_unfinished(blocks[end - 1]))
        return;
    std::rotate(blocks.begin() + static_cast<std::ptrdiff_t>(end) - 1,
                blocks.begin() + static_cast<std::ptrdiff_t>(end), blocks.end());
}

/// A word parted by the page's end stands whole on the first page.
void join_word_over(page& before, page& after, const hyphen_joiner& hyphens) {
    if (before.blocks.empty() || after.blocks.empty() || !is_text(before.blocks.back()) ||
        !begins_in_mid_sentence(after.blocks.front().text))
        return;
    auto& first = before.blocks.back().text;
    auto& second = after.blocks.front().text;
    const auto last = decode_before(first, first.size()).value;
    if (last != '-' && last != 0x2010 && last != 0xAD)
        return;
    const auto end = std::min(second.find(' '), second.size());
    hyphens.append_line(first, second.substr(0, end));
    second.erase(0, std::min(end + 1, second.size()));
}

bool begins_references(const std::string& heading) {
    constexpr std::string_view names[] = {"references",           "bibliography",      "literatur",
                                          "literaturverzeichnis", "bibliographie",     "bibliografía",
                                          "works cited",          "références",        "referências",
                                          "bibliografia",         "список литературы", "literature cited"};
    auto text = casefold(heading);
    while (!text.empty() &&
           (std::isdigit(static_cast<unsigned char>(text[0])) || text[0] == '.' || text[0] == ' '))
        text.erase(0, 1);
    return std::find(std::begin(names), std::end(names), text) != std::end(names);
}

void mark_references(std::vector<page>& pages) {
    bool inside = false;
    for (auto& each : pages)
        for (auto& one : each.blocks) {
            const bool heading = one.kind == block_kind::heading || one.text.size() < 40;
            if (heading && begins_references(one.text)) {
                inside = true;
                one.kind = block_kind::heading;
            } else if (one.kind == block_kind::heading) {
                inside = false;
            } else if (inside && is_text(one)) {
                one.kind = block_kind::references;
            }
        }
}

}  // namespace

page blocks_of(const std::vector<placed_region>& regions, const hyphen_joiner& hyphens, page_style style) {
    page out;
    for (const auto& region : regions)
        block_maker(region, hyphens, style, out).run();
    return out;
}

void join_paragraphs(std::vector<page>& pages, const hyphen_joiner& hyphens) {
    for (auto& each : pages) {
        join_within(each, hyphens);
        move_notes_up(each);
    }
    for (std::size_t i = 0; i + 1 < pages.size(); ++i)
        join_word_over(pages[i], pages[i + 1], hyphens);
    mark_references(pages);
}

}  // namespace examwright::extract
