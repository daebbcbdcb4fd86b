#include "core/imports/csv_reader.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "core/imports/csv_columns.hpp"
#include "core/imports/csv_table.hpp"
#include "core/question/option_finder.hpp"
#include "core/text/formula_guard.hpp"
#include "core/text/plain_text.hpp"
#include "core/text/unicode.hpp"

namespace examwright {

namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

std::string field(const csv_record& record, std::size_t column) {
    return column < record.fields.size() ? with_formula(record.fields[column]) : std::string();
}

std::optional<std::size_t> number_in(std::string_view text, std::size_t most) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_index =
        error == std::errc() && end == text.data() + text.size() && number >= 1 && number <= most;
    return is_index ? std::optional(number - 1) : std::nullopt;
}

std::optional<std::size_t> letter_in(std::string_view text, std::size_t most) {
    if (text.size() == 2 && (text[1] == ')' || text[1] == '.'))
        text.remove_suffix(1);
    if (text.size() != 1)
        return std::nullopt;
    const auto index = option_index(std::string(1, static_cast<char>(text[0] & ~0x20)));
    return index && *index < most ? index : std::nullopt;
}

std::optional<std::size_t> key_of(std::string_view text, const std::vector<std::string>& options,
                                  bool numbered) {
    text = trimmed(text);
    const auto number = number_in(text, options.size());
    if (number && numbered)
        return number;
    if (const auto letter = letter_in(text, options.size()))
        return letter;
    const auto same =
        std::ranges::find_if(options, [&](const auto& option) { return trimmed(option) == text; });
    if (same != options.end())
        return static_cast<std::size_t>(same - options.begin());
    if (number)
        return number;
    const auto place = named_place(text);
    return place && *place < options.size() ? place : find_option(text, options);
}

/// The options, and which of them is right.
result<void> read_options(const csv_record& record, const csv_columns& where, question& into) {
    const auto told = field(record, where.key);
    if (!where.wrong.empty())
        into.options.push_back(told);
    for (const auto column : where.wrong.empty() ? where.options : where.wrong)
        into.options.push_back(field(record, column));
    while (!into.options.empty() && trimmed(into.options.back()).empty())
        into.options.pop_back();
    if (!where.wrong.empty())
        return {};
    const auto key = key_of(told, into.options, where.numbered);
    if (!key)
        return invalid("its right answer \"" + std::string(trimmed(told)) + "\" is none of its options");
    into.correct = *key;
    return {};
}

result<question> read_record(const csv_record& record, const csv_columns& where) {
    question read;
    read.stem = field(record, where.stem);
    if (const auto options = read_options(record, where, read); !options)
        return options.error();
    read.explanation = field(record, where.explanation);
    read.level = parse_difficulty(trimmed(field(record, where.level))).value_or(difficulty::medium);
    read.topic_slug = trimmed(field(record, where.topic));
    read.source_quote = field(record, where.quote);
    if (const auto page = number_in(trimmed(field(record, where.page)), 100'000))
        read.source_page = static_cast<int>(*page) + 1;
    return read;
}

/// The record that names the columns, among the first ones: templates have hints above it.
std::size_t find_names(const std::vector<csv_record>& records) {
    constexpr std::size_t most_above = 12;
    for (std::size_t i = 0; i < std::min(records.size(), most_above); ++i)
        if (find_columns(records[i].fields).complete())
            return i;
    return none;
}

std::string clean_table(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    return without_control_characters(text);
}

}  // namespace

result<question_set> read_csv(std::string_view text) {
    const auto clean = clean_table(text);
    const auto records = read_csv_table(clean);
    const auto names = find_names(records);
    if (names == none)
        return invalid(
            "No line of it names the columns. It needs \"question\", \"option_a\", \"option_b\" and so on, "
            "and "
            "\"correct_option\".");
    const auto where = find_columns(records[names].fields);
    question_set set;
    for (auto i = names + 1; i < records.size(); ++i)
        add_question(set, read_record(records[i], where), {records[i].line, "", ""});
    return finished(std::move(set));
}

bool looks_like_csv(std::string_view text) {
    constexpr std::size_t head = 5000;
    return find_names(read_csv_table(clean_table(text.substr(0, head)))) != none;
}

}  // namespace examwright
