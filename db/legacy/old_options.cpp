#include "db/legacy/old_options.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <charconv>
#include <iterator>
#include <set>

#include "core/question/question.hpp"
#include "core/question/question_labels.hpp"
#include "core/text/unicode.hpp"
#include "db/legacy/python_literal.hpp"

namespace examwright {

namespace json = boost::json;

namespace {

constexpr std::size_t most_options = 10;  // A to J
constexpr int most_wrappings = 4;         // of JSON in JSON in JSON ...

/// JSON, or what Python prints of a value.
std::optional<json::value> parse_value(std::string_view text) {
    json::parse_options trailing;
    trailing.allow_trailing_commas = true;  // ('a',)
    json::error_code failed;
    const auto valid = to_valid_utf8(text);
    auto value = json::parse(valid, failed);
    if (!failed)
        return value;
    const auto python = python_literal_to_json(valid);
    if (!python)
        return std::nullopt;
    value = json::parse(*python, failed, {}, trailing);
    return failed ? std::nullopt : std::optional(std::move(value));
}

/// Without the JSON strings around it; a string if what they hold is no JSON.
json::value unwrapped(std::string_view text) {
    json::value value(json::string_view(text.data(), text.size()));
    for (int i = 0; i < most_wrappings && value.is_string(); ++i) {
        auto inner = parse_value(value.get_string());
        if (!inner)
            return value;
        value = std::move(*inner);
    }
    return value;
}

std::string text_of(const json::value& value) {
    if (const auto* text = value.if_string())
        return std::string(*text);
    if (const auto* number = value.if_double()) {
        char digits[32];
        return {digits, std::to_chars(digits, std::end(digits), *number).ptr};
    }
    return value.is_number() || value.is_bool() ? json::serialize(value) : std::string();
}

const json::value* first_of(const json::object& object, std::initializer_list<std::string_view> names) {
    for (const auto name : names)
        if (const auto* value = object.if_contains(name))
            return value;
    return nullptr;
}

void put(old_options& options, std::size_t index, std::string text) {
    if (index >= most_options) {
        ++options.cut;
        return;
    }
    if (options.texts.size() <= index)
        options.texts.resize(index + 1);
    options.texts[index] = std::move(text);
}

/// By their letters; in the order in which they stand, if no key is a letter.
void read_object(const json::object& object, old_options& into) {
    const auto is_letter = [](const auto& member) { return read_old_letter(member.key()).has_value(); };
    const bool by_letter = std::any_of(object.begin(), object.end(), is_letter);
    std::size_t next = 0;
    for (const auto& [key, value] : object)
        if (const auto index = by_letter ? read_old_letter(key) : next++)
            put(into, *index, text_of(value));
}

struct labelled_text {
    std::optional<std::size_t> index;
    std::string text;
};

labelled_text read_pair(const json::value& label, const json::value& text) {
    return {read_old_letter(text_of(label)), text_of(text)};
}

labelled_text read_item(const json::value& item) {
    if (const auto* pair = item.if_array(); pair && pair->size() == 2)
        return read_pair(pair->at(0), pair->at(1));
    const auto* object = item.if_object();
    if (!object)
        return {std::nullopt, text_of(item)};
    const auto* label = first_of(*object, {"label", "key", "letter", "id", "option", "name"});
    const auto* text = first_of(*object, {"text", "value", "content", "answer", "option"});
    if (text)
        return read_pair(label ? *label : json::value(), *text);
    if (object->size() == 1)
        return {read_old_letter(object->begin()->key()), text_of(object->begin()->value())};
    return {};
}

/// "A) yellow": all items have letters of their own, in whatever order.
bool are_labelled(const std::vector<labelled_text>& items) {
    std::set<std::size_t> seen;
    for (const auto& item : items) {
        const auto label = item.index ? std::nullopt : read_option_label(item.text);
        if (!label || label->index >= items.size() || !seen.insert(label->index).second)
            return false;
    }
    return items.size() > 1;
}

void read_items(std::vector<labelled_text> items, old_options& into) {
    if (are_labelled(items))
        for (auto& item : items) {
            const auto label = read_option_label(item.text);
            item = {label->index, std::string(label->rest)};
        }
    std::size_t next = 0;
    for (auto& [index, text] : items) {
        const auto place = index.value_or(next);
        next = place + 1;
        put(into, place, std::move(text));
    }
}

void read_list(const json::array& list, old_options& into) {
    std::vector<labelled_text> items;
    for (const auto& item : list)
        items.push_back(read_item(item));
    read_items(std::move(items), into);
}

/// "A) yellow\nB) blue": a line each, with its letter.
void read_lines(std::string_view text, old_options& into) {
    std::vector<labelled_text> items;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        if (const auto line = trimmed(text.substr(0, end)); !line.empty())
            items.push_back({std::nullopt, std::string(line)});
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    if (are_labelled(items))
        read_items(std::move(items), into);
}

/// {"A": "A) yellow", "B": "B) blue"}: the letters are said twice.
void strip_labels(std::vector<std::string>& texts) {
    const auto last =
        std::ranges::find_if(texts.rbegin(), texts.rend(), [](const auto& text) { return !text.empty(); });
    std::vector<std::string> there(texts.begin(), last.base());
    const bool repeated = there.size() > 1 && std::ranges::all_of(there, [&](const auto& text) {
                              const auto label = read_option_label(text);
                              return label && label->index == static_cast<std::size_t>(&text - there.data());
                          });
    if (repeated)
        for (std::size_t i = 0; i < there.size(); ++i)
            texts[i] = std::string(read_option_label(there[i])->rest);
}

}  // namespace

std::optional<std::size_t> read_old_letter(std::string_view label) {
    constexpr std::string_view around = " \t\"'([.):]_-";
    const auto strip = [&] {
        const auto first = std::min(label.find_first_not_of(around), label.size());
        label.remove_prefix(first);
        label = label.substr(0, label.find_last_not_of(around) + 1);
    };
    strip();
    constexpr std::string_view noun = "option";
    const auto same = [](char a, char b) { return (a | 0x20) == b; };
    if (label.size() > noun.size() &&
        std::equal(noun.begin(), noun.end(), label.begin(), [&](char b, char a) { return same(a, b); })) {
        label.remove_prefix(noun.size());
        strip();
    }
    if (label.size() != 1)
        return std::nullopt;
    const int index = (label[0] | 0x20) - 'a';
    const bool is_letter = index >= 0 && index < 26;
    return is_letter ? std::optional(static_cast<std::size_t>(index)) : std::nullopt;
}

old_options read_old_options(std::string_view text) {
    old_options options;
    const auto value = unwrapped(text);
    const auto* object = value.if_object();
    const auto* inner = object ? first_of(*object, {"options", "choices"}) : nullptr;
    if (const auto* list = inner ? inner->if_array() : value.if_array())
        read_list(*list, options);
    else if (object)
        read_object(inner && inner->is_object() ? inner->get_object() : *object, options);
    else if (const auto* lines = value.if_string())
        read_lines(*lines, options);
    strip_labels(options.texts);
    while (options.texts.size() > option_count && options.texts.back().empty())
        options.texts.pop_back();
    options.texts.resize(std::max(options.texts.size(), option_count));
    return options;
}

std::optional<std::string> read_old_object(std::string_view text) {
    const auto value = unwrapped(text);
    return value.is_object() ? std::optional(json::serialize(value)) : std::nullopt;
}

}  // namespace examwright
