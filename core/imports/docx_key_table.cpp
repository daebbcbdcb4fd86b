#include "core/imports/docx_key_table.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "core/imports/docx_answers.hpp"
#include "core/imports/option_letters.hpp"

namespace examwright {

namespace {

using table_rows = std::vector<std::vector<std::string>>;
using answers = std::vector<numbered_answer>;

/// The numbers of a row or a column, without its empty cells.
struct number_line {
    std::vector<int> numbers;
    bool all_are = true;  // no cell holds anything else
    bool rise = true;

    void add(std::string_view cell) {
        const auto number = lone_number(cell);
        if (number) {
            rise = rise && (numbers.empty() || numbers.back() < *number);
            numbers.push_back(*number);
        }
        all_are = all_are && (number || cell.empty());
    }

    /// Whether it may number questions.
    bool counts() const { return all_are && rise && !numbers.empty(); }

    /// 4, 5, 6: whether nothing else is as likely.
    bool is_sequence() const {
        return counts() && numbers.size() > 1 &&
               numbers.back() - numbers.front() + 1 == static_cast<int>(numbers.size());
    }
};

class key_table {
  public:
    key_table(const table_rows& rows, const answer_test& is_answer) : rows_(rows), is_answer_(is_answer) {
        for (const auto& row : rows)
            columns_ = std::max(columns_, row.size());
        has_names_ = !rows.empty() && std::ranges::none_of(rows[0], [](const auto& cell) {
            return lone_number(cell).has_value();
        });
    }

    answers read() const {
        const bool counts_down = columns_ > 1 && column(0).is_sequence();
        auto across = counts_down ? answers() : read_across();
        return across.empty() ? read_down() : across;
    }

  private:
    std::string_view cell(std::size_t row, std::size_t column) const {
        return column < rows_[row].size() ? std::string_view(rows_[row][column]) : std::string_view();
    }

    std::size_t first_row() const { return has_names_ ? 1 : 0; }

    number_line column(std::size_t at) const {
        number_line line;
        for (auto row = first_row(); row < rows_.size(); ++row)
            line.add(cell(row, at));
        return line;
    }

    number_line row(std::size_t at, std::size_t from) const {
        number_line line;
        for (auto i = from; i < columns_; ++i)
            line.add(cell(at, i));
        return line;
    }

    /// Rows of numbers, each with its answers below.
    answers read_across() const {
        answers found;
        for (std::size_t at = 0; at + 1 < rows_.size(); at += 2) {
            const auto numbers = row(at, lone_number(cell(at, 0)) ? 0 : 1);  // a word may stand before it
            const auto below = row(at + 1, 0);
            const bool is_pair = numbers.counts() && numbers.numbers.size() > 1 && !below.all_are &&
                                 (numbers.is_sequence() || below.numbers.empty());
            if (!is_pair)
                return {};
            for (std::size_t i = 0; i < columns_; ++i)
                if (const auto number = lone_number(cell(at, i)))
                    found.emplace_back(*number, cell(at + 1, i));
        }
        return found;
    }

    /// Columns of numbers, each with its answers beside it.
    answers read_down() const {
        answers found;
        for (std::size_t at = 0; at + 1 < columns_; ++at) {
            if (!column(at).counts())
                continue;
            const auto beside = answers_beside(at);
            if (!beside)
                continue;
            for (auto row = first_row(); row < rows_.size(); ++row)
                if (const auto number = lone_number(cell(row, at)))
                    found.emplace_back(*number, cell(row, *beside));
            at = *beside;
        }
        return found;
    }

    /// The column that says so; else the first one with an answer in it, and rather one that is no numbers,
    /// such as points.
    std::optional<std::size_t> answers_beside(std::size_t numbers) const {
        for (auto at = numbers + 1; has_names_ && at < columns_; ++at)
            if (is_key_heading(cell(0, at)))
                return at;
        for (const bool may_be_numbers : {false, true})
            for (auto at = numbers + 1; at < columns_; ++at)
                if (column(at).all_are == may_be_numbers && holds_answer(numbers, at))
                    return at;
        return std::nullopt;
    }

    bool holds_answer(std::size_t numbers, std::size_t at) const {
        for (auto row = first_row(); row < rows_.size(); ++row) {
            const auto number = lone_number(cell(row, numbers));
            if (number && is_answer_(*number, cell(row, at)))
                return true;
        }
        return false;
    }

    const table_rows& rows_;
    const answer_test& is_answer_;
    std::size_t columns_ = 0;
    bool has_names_ = false;  // in its first row
};

/// "Part B" in a row of its own.
bool is_heading(const std::vector<std::string>& row) {
    return std::ranges::count_if(row, [](const auto& cell) { return !cell.empty(); }) == 1 &&
           !row[0].empty() && !lone_number(row[0]) && named_letters(row[0]).empty();
}

}  // namespace

std::vector<numbered_answer> read_key_table(const table_rows& rows, const answer_test& is_answer) {
    table_rows without_headings;
    for (const auto& row : rows)
        if (!is_heading(row))
            without_headings.push_back(row);
    return key_table(without_headings, is_answer).read();
}

}  // namespace examwright
