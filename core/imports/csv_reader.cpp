#include "core/imports/csv_reader.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "core/imports/csv_columns.hpp"
#include "core/imports/csv_table.hpp"
#include "core/imports/option_letters.hpp"
#include "core/question/option_finder.hpp"
#include "core/text/formula_guard.hpp"
#include "core/text/plain_text.hpp"
#include "core/text/unicode.hpp"
#include "core/text/words.hpp"

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

/// "A, C", "A and C", "1;3": more than one of the options.
bool names_several(std::string_view told, const std::vector<std::string>& options, bool numbered) {
    if (named_letters(told).size() > 1)
        return true;
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
    if (is_among(word, easy))
        return difficulty::easy;
    return is_among(word, hard) ? difficulty::hard : difficulty::medium;
}

/// By which number a key names the first option.
enum class key_base { zero, one, unknown };

std::size_t count_options(const csv_record& record, const csv_columns& where) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < where.options.size(); ++i)
        if (!trimmed(field(record, where.options[i])).empty())
            count = i + 1;
    return count;
}

/// A column of indexes counts from 0 if there is a 0 in it, from 1 if it names the last of some options.
key_base base_of(const std::vector<csv_record>& records, std::size_t first, const csv_columns& where) {
    if (where.from_zero)
        return key_base::zero;
    if (!where.by_index)
        return key_base::one;
    bool names_last = where.numbered;
    for (auto i = first; i < records.size(); ++i) {
        const auto key = field(records[i], where.key);
        if (trimmed(key) == "0")
            return key_base::zero;
        names_last = names_last || trimmed(key) == std::to_string(count_options(records[i], where));
    }
    return names_last ? key_base::one : key_base::unknown;
}

/// The key, as it would be if it counted from 1.
std::string told_key(const csv_record& record, const csv_columns& where, key_base base) {
    auto told = field(record, where.key);
    constexpr std::size_t most = 100;
    if (base == key_base::zero && trimmed(told) == "0")
        return "1";
    const auto number = base == key_base::zero ? number_in(trimmed(told), most) : std::nullopt;
    return number ? std::to_string(*number + 2) : told;
}

/// The options, and which of them is right.
result<void> read_options(const csv_record& record, const csv_columns& where, key_base base, question& into) {
    const auto told = told_key(record, where, base);
    if (!where.wrong.empty())
        into.options.push_back(told);
    for (const auto column : where.wrong.empty() ? where.options : where.wrong)
        into.options.push_back(field(record, column));
    while (!into.options.empty() && trimmed(into.options.back()).empty())
        into.options.pop_back();
    if (!where.wrong.empty())
        return {};
    const bool numbered = where.numbered || where.by_index;
    const auto key = key_of(told, into.options, numbered);
    if (trimmed(told).empty())
        return invalid("no right answer is named");
    if (base == key_base::unknown && number_in(trimmed(told), into.options.size()))
        return invalid("its answer's number may count from 0 or from 1; name the letter instead");
    if (!key && names_several(told, into.options, numbered))
        return invalid("it has several right answers");
    if (!key)
        return invalid("its right answer \"" + std::string(trimmed(told)) + "\" is none of its options");
    into.correct = *key;
    return {};
}

result<question> read_record(const csv_record& record, const csv_columns& where, key_base base) {
    question read;
    read.stem = field(record, where.stem);
    if (const auto options = read_options(record, where, base, read); !options)
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
    const auto base = base_of(records, names + 1, where);
    question_set set;
    for (auto i = names + 1; i < records.size(); ++i)
        add_question(set, read_record(records[i], where, base), {records[i].line, "", ""});
    return finished(std::move(set));
}

bool looks_like_csv(std::string_view text) {
    constexpr std::size_t head = 6000;
    return separator_of(clean_table(text.substr(0, head))).has_value();
}

}  // namespace examwright
