#include "core/imports/docx_structure.hpp"

#include <algorithm>

#include "core/imports/docx_answers.hpp"
#include "core/imports/option_letters.hpp"
#include "core/text/unicode.hpp"

namespace examwright {

namespace {

using numbering = word_paragraph::numbering;

constexpr std::size_t most_columns = 60, most_rows = 2000;  // of a key
// How far a question's options, or a key's entries, may stand from its beginning.
constexpr int most_lines_of_stem = 12, most_lines_above_key = 50;

/// As our own documents have them below an answer.
bool explains(const word_paragraph& paragraph) {
    return paragraph.style == "Explanation" || paragraph.style == "Quote" || paragraph.style == "Source";
}

}  // namespace

std::string_view word_structure::text_of(std::size_t at) const {
    return trimmed(paragraphs_[at].text);
}

/// The next paragraph that isn't empty.
std::size_t word_structure::next(std::size_t at) const {
    for (++at; at < paragraphs_.size() && text_of(at).empty();)
        ++at;
    return at;
}

/// Whether it is the option of that index; of one of Word's lists any is.
bool word_structure::is_option(std::size_t at, std::size_t index) const {
    if (at >= paragraphs_.size() || explains(paragraphs_[at]))
        return false;
    if (paragraphs_[at].list != numbering::none)
        return paragraphs_[at].list == numbering::letter;
    const auto lettered = read_lettered(text_of(at));
    return lettered && lettered->index == index && !lettered->rest.empty();
}

bool word_structure::is_numbered(std::size_t at) const {
    if (at >= paragraphs_.size())
        return false;
    auto text = text_of(at);
    return paragraphs_[at].list == numbering::number ||
           (paragraphs_[at].list == numbering::none && !explains(paragraphs_[at]) && take_number(text));
}

bool word_structure::begins_question(std::size_t at) const {
    if (!is_numbered(at))
        return false;
    auto line = next(at);
    for (int i = 0; i < most_lines_of_stem && line < paragraphs_.size() && !is_numbered(line); ++i) {
        if (is_option(line, 0))
            return is_option(next(line), 1);
        line = next(line);
    }
    return false;
}

bool word_structure::is_entry(std::size_t at, const answer_test& is_answer) const {
    if (begins_table(at))
        return !key_of_table(at, is_answer).empty();
    auto text = text_of(at);
    if (!key_entries(text).empty())
        return true;
    const auto number = take_number(text);
    return (number && is_answer(*number, text)) || (is_numbered(at) && !named_letters(text).empty());
}

bool word_structure::heads_key(std::size_t at, const answer_test& is_answer) const {
    const auto text = text_of(at);
    if (!begins_key_heading(text) || paragraphs_[at].cell)
        return false;
    auto line = next(at);
    const int lines = is_key_heading(text) ? most_lines_above_key : 1;
    for (int i = 0; i < lines && line < paragraphs_.size(); ++i) {
        if (begins_question(line) || is_option(line, 0))
            return false;
        if (is_entry(line, is_answer))
            return true;
        line = next(line);
    }
    return false;
}

bool word_structure::heads_explanations(std::size_t at) const {
    const auto line = next(at);
    return is_explanation_heading(text_of(at)) && is_numbered(line) && !begins_question(line);
}

bool word_structure::begins_table(std::size_t at) const {
    const auto& cell = paragraphs_[at].cell;
    return cell && (at == 0 || !paragraphs_[at - 1].cell || paragraphs_[at - 1].cell->table != cell->table);
}

std::size_t word_structure::end_of_table(std::size_t at) const {
    const auto table = paragraphs_[at].cell->table;
    while (at < paragraphs_.size() && paragraphs_[at].cell && paragraphs_[at].cell->table == table)
        ++at;
    return at;
}

std::vector<numbered_answer> word_structure::key_of_table(std::size_t at,
                                                          const answer_test& is_answer) const {
    const auto end = end_of_table(at);
    const auto top = paragraphs_[at].cell->row;
    std::vector<std::vector<std::string>> rows;
    for (; at < end; ++at) {
        const auto& cell = *paragraphs_[at].cell;
        if (cell.column >= most_columns || cell.row - top >= most_rows)
            return {};
        rows.resize(std::max(rows.size(), cell.row - top + 1));
        auto& row = rows[cell.row - top];
        row.resize(std::max(row.size(), cell.column + 1));
        row[cell.column].append(row[cell.column].empty() ? "" : "\n").append(text_of(at));
    }
    std::erase_if(rows, [](const auto& row) { return row.empty(); });
    return read_key_table(rows, is_answer);
}

}  // namespace examwright
