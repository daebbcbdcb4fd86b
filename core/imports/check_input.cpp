#include "core/imports/check_input.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <string>

#include "core/text/unicode.hpp"

namespace examwright {

namespace json = boost::json;

namespace {

constexpr std::size_t fewest_options = 2, most_options = 5;

/// Empty where the member is missing or null; nothing where it is no text.
std::optional<std::string> optional_text(const json::object& item, std::string_view name) {
    const auto* value = item.if_contains(name);
    if (!value || value->is_null())
        return std::string();
    const auto* text = value->if_string();
    return text ? std::optional(std::string(trimmed(*text))) : std::nullopt;
}

std::optional<std::string> letter_of(std::string_view text) {
    text = trimmed(text);
    if (text.size() == 1 && (text[0] & ~0x20) >= 'A' && (text[0] & ~0x20) <= 'E')
        return std::string(1, static_cast<char>(text[0] & ~0x20));
    return std::nullopt;
}

/// By letter, whatever their order in the file.
result<std::vector<std::string>> options_by_letter(const json::object& options) {
    std::vector<std::string> texts(options.size());
    for (const auto& option : options) {
        const auto letter = letter_of(std::string_view(option.key()));
        const auto index = letter ? option_index(*letter) : std::nullopt;
        if (!index || *index >= texts.size() || !option.value().is_string())
            return invalid("its \"options\" must be texts under the letters A, B, C ... without a gap");
        texts[*index] = std::string(trimmed(option.value().get_string()));
    }
    return texts;
}

result<std::vector<std::string>> options_of(const json::object& item) {
    const auto* value = item.if_contains("options");
    std::vector<std::string> texts;
    if (const auto* by_letter = value ? value->if_object() : nullptr) {
        auto read = options_by_letter(*by_letter);
        if (!read)
            return read.error();
        texts = std::move(*read);
    } else if (const auto* list = value ? value->if_array() : nullptr) {
        for (const auto& option : *list) {
            if (!option.is_string())
                return invalid("its \"options\" must be texts");
            texts.emplace_back(trimmed(option.get_string()));
        }
    } else {
        return invalid("it has no \"options\", an object A, B, C ... or a list");
    }
    if (texts.size() < fewest_options || texts.size() > most_options)
        return invalid("it has " + std::to_string(texts.size()) +
                       (texts.size() == 1 ? " option" : " options") + "; 2 to 5 can be checked");
    return texts;
}

std::optional<std::size_t> key_of(const json::object& item, const std::vector<std::string>& options) {
    const auto* value = item.if_contains("correct_option");
    if (!value)
        return std::nullopt;
    std::optional<std::size_t> key;
    if (const auto* text = value->if_string()) {
        const auto letter = letter_of(*text);
        key = letter ? option_index(*letter) : std::nullopt;
        const auto same = std::find(options.begin(), options.end(), trimmed(*text));
        if ((!key || *key >= options.size()) && same != options.end())
            key = static_cast<std::size_t>(same - options.begin());
    } else if (const auto* index = value->if_int64(); index && *index >= 0) {
        if (item.at("options").is_array())
            key = static_cast<std::size_t>(*index);
    }
    return key && *key < options.size() ? key : std::nullopt;
}

result<question> read_question(const json::value& value) {
    const auto* item = value.if_object();
    if (!item)
        return invalid("it is no object with \"question\", \"options\" and \"correct_option\"");
    question question;
    auto stem = optional_text(*item, "question");
    if (!stem || !item->contains("question"))
        return invalid("it has no \"question\", the text of the stem");
    question.stem = std::move(*stem);
    auto options = options_of(*item);
    if (!options)
        return options.error();
    question.options = std::move(*options);
    const auto key = key_of(*item, question.options);
    if (!key)
        return invalid("its \"correct_option\" is none of its options");
    question.correct = *key;
    question.explanation = optional_text(*item, "explanation").value_or("");
    question.source_quote = optional_text(*item, "source").value_or("");
    return question;
}

const json::array* questions_in(const json::value& value) {
    if (const auto* list = value.if_array())
        return list;
    const auto* object = value.if_object();
    const auto* list = object ? object->if_contains("questions") : nullptr;
    return list ? list->if_array() : nullptr;
}

}  // namespace

result<std::vector<question>> read_questions_to_check(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    if (trimmed(text).empty())
        return invalid("It is empty; a JSON list of questions was expected.");
    boost::system::error_code broken;
    const auto parsed = json::parse(text, broken);
    if (broken)
        return invalid("It is no JSON: " + broken.message() + ".");
    const auto* list = questions_in(parsed);
    if (!list)
        return invalid("It is no JSON list of questions.");
    std::vector<question> questions;
    questions.reserve(list->size());
    for (const auto& item : *list) {
        auto question = read_question(item);
        if (!question)
            return invalid("Question " + std::to_string(questions.size() + 1) + ": " +
                           question.error().detail + ".");
        questions.push_back(std::move(*question));
    }
    return questions;
}

}  // namespace examwright
