#include "tools/extract/formats/pdf_paragraphs.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/text/unicode.hpp"
#include "tools/extract/formats/pdf_line_text.hpp"
#include "tools/extract/formats/pdf_words.hpp"
#include "tools/extract/formats/sentence_signs.hpp"

namespace examwright::extract {

namespace {

bool starts_item_line(const placed_line& line) {
    return line.words.size() > 1 && is_item_mark(line.words.front().text);
}

/// "Introduction ........ 12"
bool is_contents_line(std::string_view text) {
    const auto dots = std::min(text.find("...."), text.find(". . ."));
    const bool page = !text.empty() && text.back() >= '0' && text.back() <= '9';
    return page && (dots != text.npos || text.find("…") != text.npos);
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

}  // namespace

page blocks_of(const std::vector<placed_region>& regions, const hyphen_joiner& hyphens, page_style style) {
    page out;
    for (const auto& region : regions)
        block_maker(region, hyphens, style, out).run();
    return out;
}

}  // namespace examwright::extract
