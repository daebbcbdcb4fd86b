#include "core/imports/csv_reader.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <utility>

#include "core/imports/csv_table.hpp"
#include "core/text/formula_guard.hpp"
#include "core/text/plain_text.hpp"
#include "core/text/unicode.hpp"

namespace examwright {

namespace {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

/// "Correct Answer(s)" -> "correctanswer": what a column's name is compared by.
std::string simple_name(std::string_view name) {
    std::string simple;
    name = name.substr(0, std::min(name.find('('), name.find(" - ")));
    for (const char c : name) {
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if ((lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9'))
            simple += lower;
    }
    return simple;
}

/// Where a table has what.
struct columns {
    std::size_t stem = nowhere, key = nowhere, explanation = nowhere, level = nowhere, topic = nowhere,
                quote = nowhere, page = nowhere;
    std::vector<std::size_t> options;
    bool numbered = false;  // "option 1" instead of "option a"

    bool complete() const { return stem != nowhere && key != nowhere && options.size() >= fewest_options; }
};

/// "optiona", "answer2", "c": which option the column holds.
std::optional<std::size_t> option_of(std::string_view name, bool& numbered) {
    for (const std::string_view word : {"option", "answer", "choice", "alternative", "antwort", "reponse"})
        if (name.starts_with(word) && name.size() > word.size()) {
            name.remove_prefix(word.size());
            break;
        }
    if (name.size() == 1 && name[0] >= 'a' && name[0] <= 'j')
        return static_cast<std::size_t>(name[0] - 'a');
    int number = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
    if (error != std::errc() || end != name.data() + name.size() || number < 1 || number > 10)
        return std::nullopt;
    numbered = true;
    return static_cast<std::size_t>(number - 1);
}

columns columns_of(const std::vector<std::string>& names) {
    static const std::map<std::string_view, std::size_t columns::*> known{
        {"question", &columns::stem},
        {"questiontext", &columns::stem},
        {"stem", &columns::stem},
        {"prompt", &columns::stem},
        {"frage", &columns::stem},
        {"pregunta", &columns::stem},
        {"correctoption", &columns::key},
        {"correctanswer", &columns::key},
        {"correctanswers", &columns::key},
        {"correct", &columns::key},
        {"answer", &columns::key},
        {"key", &columns::key},
        {"rightanswer", &columns::key},
        {"explanation", &columns::explanation},
        {"answerexplanation", &columns::explanation},
        {"feedback", &columns::explanation},
        {"rationale", &columns::explanation},
        {"difficulty", &columns::level},
        {"topic", &columns::topic},
        {"category", &columns::topic},
        {"tag", &columns::topic},
        {"sourcequote", &columns::quote},
        {"sourcepage", &columns::page}};
    columns found;
    std::map<std::size_t, std::size_t> options;  // place -> column
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto name = simple_name(names[i]);
        if (const auto member = known.find(name); member != known.end() && found.*member->second == nowhere)
            found.*member->second = i;
        else if (const auto place = option_of(name, found.numbered))
            options.emplace(*place, i);
    }
    for (const auto& [place, column] : options)
        found.options.push_back(column);
    return found;
}

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
    return number;
}

result<question> read_record(const csv_record& record, const columns& where) {
    question read;
    read.stem = field(record, where.stem);
    for (const auto column : where.options)
        read.options.push_back(field(record, column));
    while (!read.options.empty() && trimmed(read.options.back()).empty())
        read.options.pop_back();
    const auto key = key_of(field(record, where.key), read.options, where.numbered);
    if (!key)
        return invalid("its right answer \"" + std::string(trimmed(field(record, where.key))) +
                       "\" is none of its options");
    read.correct = *key;
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
        if (columns_of(records[i].fields).complete())
            return i;
    return nowhere;
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
    if (names == nowhere)
        return invalid(
            "No line of it names the columns. It needs \"question\", \"option_a\", \"option_b\" and so on, "
            "and "
            "\"correct_option\".");
    const auto where = columns_of(records[names].fields);
    question_set set;
    for (auto i = names + 1; i < records.size(); ++i)
        add_question(set, read_record(records[i], where), {records[i].line, "", ""});
    return finished(std::move(set));
}

bool looks_like_csv(std::string_view text) {
    constexpr std::size_t head = 5000;
    return find_names(read_csv_table(clean_table(text.substr(0, head)))) != nowhere;
}

}  // namespace examwright
