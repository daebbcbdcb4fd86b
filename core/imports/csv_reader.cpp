#include "core/imports/csv_reader.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
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
    if (const auto place = hindi_place(text); place && *place < most)
        return place;
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

/// "A, C", "1;3": more than one of the options.
bool names_several(std::string_view told, const std::vector<std::string>& options, bool numbered) {
    std::size_t count = 0;
    while (!told.empty()) {
        const auto end = std::min(told.find_first_of(",;/|&+ "), told.size());
        const auto one = trimmed(told.substr(0, end));
        told.remove_prefix(std::min(end + 1, told.size()));
        if (one.empty())
            continue;
        if (!key_of(one, options, numbered))
            return false;
        ++count;
    }
    return count > 1;
}

/// In any of the six languages.
difficulty level_in(std::string_view text) {
    constexpr std::string_view easy[] = {"easy",  "leicht", "einfach", "facile",
                                         "fácil", "facil",  "आसान",    "सरल"};
    constexpr std::string_view hard[] = {"hard",      "difficult", "schwer",  "schwierig",
                                         "difficile", "difícil",   "dificil", "कठिन"};
    const auto word = composed(casefold(trimmed(text)));
    if (std::ranges::find(easy, word) != std::end(easy))
        return difficulty::easy;
    return std::ranges::find(hard, word) != std::end(hard) ? difficulty::hard : difficulty::medium;
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
    if (trimmed(told).empty())
        return invalid("no right answer is named");
    if (!key && names_several(told, into.options, where.numbered))
        return invalid("it has several right answers");
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
    read.level = level_in(field(record, where.level));
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

/// The first separator by which the text has a record that names the columns.
std::optional<char> separator_of(std::string_view text) {
    constexpr std::size_t head = 5000;
    for (const char separator : {',', ';', '\t', '|'})
        if (find_names(read_csv_table(text.substr(0, head), separator)) != none)
            return separator;
    return std::nullopt;
}

std::string clean_table(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    return without_control_characters(text);
}

}  // namespace

result<question_set> read_csv(std::string_view text) {
    const auto clean = clean_table(text);
    const auto separator = separator_of(clean);
    if (!separator)
        return invalid(
            "No line of it names the columns. It needs \"question\", \"option_a\", \"option_b\" and so on, "
            "and "
            "\"correct_option\".");
    const auto records = read_csv_table(clean, *separator);
    const auto names = find_names(records);
    const auto where = find_columns(records[names].fields);
    question_set set;
    for (auto i = names + 1; i < records.size(); ++i)
        add_question(set, read_record(records[i], where), {records[i].line, "", ""});
    return finished(std::move(set));
}

bool looks_like_csv(std::string_view text) {
    constexpr std::size_t head = 6000;
    return separator_of(clean_table(text.substr(0, head))).has_value();
}

}  // namespace examwright
