#include "core/generation/reply_reader.hpp"

#include <algorithm>
#include <boost/algorithm/string/predicate.hpp>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <charconv>
#include <cmath>

#include "core/claude/loose_json.hpp"
#include "core/text/unicode.hpp"

namespace examwright {

namespace json = boost::json;

namespace {

/// Without what no document and no export format can hold (XML above all): control and non-characters.
std::string cleaned(std::string_view text) {
    std::string clean;
    for (std::size_t i = 0; i < text.size();) {
        const auto [value, length] = decode_at(text, i);
        const bool control = (value < 0x20 && value != '\n' && value != '\t') || value == 0x7F;
        if (!control && value != 0xFFFE && value != 0xFFFF)
            clean.append(text, i, length);
        i += length;
    }
    return std::string(trimmed(clean));
}

std::string text_of(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    const auto* text = value ? value->if_string() : nullptr;
    return text ? cleaned(*text) : std::string();
}

/// "A) Paris", "B. Lima", ...: the letters are not the options' text, and they get another order later.
void strip_letters(std::vector<std::string>& options) {
    const auto has_letter = [](const std::string& option, std::size_t i) {
        return option.size() > 3 && option[0] == option_letter(i) &&
               (option[1] == ')' || option[1] == '.' || option[1] == ':') && option[2] == ' ';
    };
    for (std::size_t i = 0; i < options.size(); ++i)
        if (!has_letter(options[i], i))
            return;
    for (auto& option : options)
        option = trimmed(std::string_view(option).substr(3));
}

/// {"A": "...", ...}, or in a list, bare or as {"label", "text"}: local servers send those.
std::vector<std::string> options_of(const json::object& item) {
    std::vector<std::string> options;
    const auto* value = item.if_contains("options");
    if (!value)
        return options;
    if (const auto* by_letter = value->if_object(); by_letter && by_letter->size() == option_count) {
        for (std::size_t i = 0; i < option_count; ++i)
            options.push_back(text_of(*by_letter, std::string(1, option_letter(i))));
    } else if (const auto* list = value->if_array()) {
        for (const auto& each : *list) {
            if (const auto* text = each.if_string())
                options.push_back(cleaned(*text));
            else if (const auto* labelled = each.if_object())
                options.push_back(text_of(*labelled, "text"));
        }
    }
    strip_letters(options);
    return options;
}

/// "B", and as local servers write it: "b", "(B)", "B.", "B) Paris", "Option B".
std::optional<std::size_t> read_letter(std::string_view text) {
    constexpr std::string_view around = " ([*\"'", behind = ")].:*\"'";
    for (const std::string_view noun : {"option ", "answer "})
        if (boost::algorithm::istarts_with(text, noun, std::locale::classic()))
            text.remove_prefix(noun.size());
    text.remove_prefix(std::min(text.find_first_not_of(around), text.size()));
    if (text.empty() || (text.size() > 1 && behind.find(text[1]) == behind.npos))
        return std::nullopt;
    const char letter = text[0] >= 'a' && text[0] <= 'z' ? static_cast<char>(text[0] & ~0x20) : text[0];
    return option_index(std::string_view(&letter, 1));
}

/// By its letter, or by its own words.
std::optional<std::size_t> read_key(std::string_view text, const std::vector<std::string>& options) {
    const auto same = std::find(options.begin(), options.end(), text);
    if (text.size() > 1 && same != options.end())
        return static_cast<std::size_t>(same - options.begin());
    return read_letter(text);
}

/// 3, 3.0 or "3".
std::optional<std::int64_t> read_number(const json::value* value) {
    if (const auto* whole = value ? value->if_int64() : nullptr)
        return *whole;
    if (const auto* real = value ? value->if_double() : nullptr; real && *real >= 1 && *real <= 1000)
        return *real == std::floor(*real) ? std::optional(static_cast<std::int64_t>(*real)) : std::nullopt;
    const auto* text = value ? value->if_string() : nullptr;
    std::int64_t number = 0;
    if (!text || std::from_chars(text->data(), text->data() + text->size(), number).ec != std::errc())
        return std::nullopt;
    return number;
}

std::optional<question> read_question(const json::value& value) {
    const auto* item = value.if_object();
    if (!item)
        return std::nullopt;
    question question;
    question.stem = text_of(*item, "question");
    question.options = options_of(*item);
    const auto key = read_key(text_of(*item, "correct_option"), question.options);
    const auto& options = question.options;
    const auto empty_options = std::count(options.begin(), options.end(), "");
    if (question.stem.empty() || options.size() != option_count || empty_options > 0)
        return std::nullopt;
    if (!key || *key >= option_count)
        return std::nullopt;
    question.correct = *key;
    question.explanation = text_of(*item, "explanation");
    question.level = parse_difficulty(text_of(*item, "difficulty")).value_or(difficulty::medium);
    question.topic_slug = text_of(*item, "topic_tag");
    question.source_quote = text_of(*item, "source_quote");
    return question;
}

std::optional<review_answer> read_answer(const json::value& value) {
    const auto* item = value.if_object();
    const auto whole = read_number(item ? item->if_contains("number") : nullptr);
    if (!whole || *whole < 1 || *whole > 1000)
        return std::nullopt;
    const auto answer = read_letter(text_of(*item, "answer"));
    if (!answer)
        return std::nullopt;
    return review_answer{static_cast<int>(*whole), *answer, text_of(*item, "critique")};
}

}  // namespace

std::optional<written_questions> read_written_questions(std::string_view text) {
    const auto items = find_json_array(text, "mcqs", "question");
    if (!items)
        return std::nullopt;
    written_questions written;
    for (const auto& item : *items) {
        if (auto question = read_question(item))
            written.questions.push_back(std::move(*question));
        else
            ++written.malformed;
    }
    return written;
}

std::optional<std::vector<review_answer>> read_review_answers(std::string_view text) {
    const auto items = find_json_array(text, "reviews", "number");
    if (!items)
        return std::nullopt;
    std::vector<review_answer> answers;
    for (const auto& item : *items)
        if (auto answer = read_answer(item))
            answers.push_back(std::move(*answer));
    return answers;
}

}  // namespace examwright
