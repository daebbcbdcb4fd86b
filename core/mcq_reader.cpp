#include "core/mcq_reader.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "core/loose_json.hpp"
#include "core/unicode.hpp"

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

std::optional<mcq> read_question(const json::value& value) {
    const auto* item = value.if_object();
    if (!item)
        return std::nullopt;
    mcq question;
    question.question = text_of(*item, "question");
    question.options = options_of(*item);
    const auto key = option_index(text_of(*item, "correct_option"));
    const bool complete = !question.question.empty() && question.options.size() == option_count && key &&
                          *key < option_count &&
                          std::none_of(question.options.begin(), question.options.end(),
                                       [](const auto& o) { return o.empty(); });
    if (!complete)
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
    const auto* number = item ? item->if_contains("number") : nullptr;
    const auto* whole = number ? number->if_int64() : nullptr;
    if (!whole || *whole < 1 || *whole > 1000)
        return std::nullopt;
    const auto answer = option_index(text_of(*item, "answer"));
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
