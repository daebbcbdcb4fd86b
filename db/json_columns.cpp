#include "db/json_columns.hpp"

#include <boost/algorithm/string/case_conv.hpp>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <charconv>
#include <iterator>
#include <locale>
#include <optional>

namespace examwright {

namespace json = boost::json;

namespace {

/// null, where the text is no JSON.
json::value parse_or_null(std::string_view text) {
    json::error_code failed;
    auto value = json::parse(text, failed);
    return failed ? json::value() : value;
}

const json::value* member(const json::value& value, std::string_view key) {
    const auto* object = value.if_object();
    return object ? object->if_contains(key) : nullptr;
}

std::string text_of(const json::value* value) {
    const auto* text = value ? value->if_string() : nullptr;
    return text ? std::string(*text) : std::string();
}

/// Text, and what stands for a text: the options of old arithmetic may be numbers.
std::string option_text(const json::value* value) {
    if (const auto* number = value ? value->if_double() : nullptr) {
        char digits[32];
        return {digits, std::to_chars(digits, std::end(digits), *number).ptr};
    }
    const bool is_plain = value && (value->is_number() || value->is_bool());
    return is_plain ? json::serialize(*value) : text_of(value);
}

std::optional<std::size_t> index_of_label(std::string_view label) {
    return option_index(boost::algorithm::to_upper_copy(std::string(label), std::locale::classic()));
}

void set_option(std::vector<std::string>& options, std::size_t index, std::string text) {
    if (options.size() <= index)
        options.resize(index + 1);
    options[index] = std::move(text);
}

}  // namespace

std::string options_to_json(const std::vector<std::string>& options) {
    json::object object;
    for (std::size_t i = 0; i < options.size(); ++i)
        object[std::string(1, option_letter(i))] = options[i];
    return json::serialize(object);
}

std::vector<std::string> options_from_json(std::string_view text) {
    std::vector<std::string> options(fewest_options);
    const auto value = parse_or_null(text);
    if (const auto* object = value.if_object())
        for (const auto& [letter, option] : *object)
            if (const auto index = index_of_label(letter))
                set_option(options, *index, option_text(&option));
    if (const auto* list = value.if_array())
        for (const auto& item : *list)
            if (const auto index = index_of_label(text_of(member(item, "label"))))
                set_option(options, *index, option_text(member(item, "text")));
    while (options.size() > fewest_options && options.back().empty())
        options.pop_back();
    return options;
}

std::string dropped_to_json(const std::vector<dropped_count>& dropped) {
    json::array list;
    for (const auto& [reason, count] : dropped)
        list.push_back(json::object{{"reason", reason}, {"count", count}});
    return json::serialize(list);
}

std::vector<dropped_count> dropped_from_json(std::string_view text) {
    std::vector<dropped_count> dropped;
    const auto value = parse_or_null(text);
    const auto* list = value.if_array();
    if (!list)
        return dropped;
    for (const auto& item : *list) {
        const auto* count = member(item, "count");
        if (count && count->is_int64())
            dropped.push_back({text_of(member(item, "reason")), static_cast<int>(count->get_int64())});
    }
    return dropped;
}

std::string metadata_to_json(const test_metadata& metadata) {
    const std::string level(to_string(metadata.level));
    json::object object{{"num_questions", metadata.target_questions},
                        {"difficulty", boost::algorithm::to_upper_copy(level, std::locale::classic())},
                        {"stale_timeout_sec", 1200}};
    const auto add = [&](const char* name, const std::string& value) {
        if (!value.empty())
            object[name] = value;
    };
    add("focus", metadata.focus);
    add("pages", metadata.pages);
    add("language", metadata.language);
    return json::serialize(object);
}

test_metadata metadata_from_json(std::string_view text) {
    const auto value = parse_or_null(text);
    test_metadata metadata;
    metadata.level = parse_difficulty(text_of(member(value, "difficulty"))).value_or(difficulty::medium);
    metadata.focus = text_of(member(value, "focus"));
    metadata.pages = text_of(member(value, "pages"));
    metadata.language = text_of(member(value, "language"));
    return metadata;
}

}  // namespace examwright
