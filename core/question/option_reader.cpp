#include "core/question/option_reader.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <map>

#include "core/question/member_names.hpp"
#include "core/question/question_labels.hpp"
#include "core/question/question_reader.hpp"
#include "core/text/unicode.hpp"

namespace examwright {

namespace json = boost::json;

namespace {

problem no_texts() {
    return invalid("its \"options\" must be texts");
}

void set_key(options_reading& into, std::size_t index) {
    into.several_keys = into.several_keys || into.key;
    into.key = index;
}

/// "correct": true, "correct": "yes".
bool says_yes(const json::value* value) {
    if (!value || value->is_bool())
        return value && value->get_bool();
    const auto word = folded_name(text_of(value));
    return word == "true" || word == "yes" || word == "correct" || word == "right" || word == "1";
}

/// The text of an option, and whether it says of itself that it is right.
bool add_option(options_reading& into, const json::value& value, std::string id) {
    const auto* object = value.if_object();
    std::string text = text_of(&value);
    if (object) {
        if (object->size() == 1 && option_place_of(object->begin()->key())) {
            id = std::string(object->begin()->key());
            text = text_of(&object->begin()->value());
        } else {
            text = text_of(find_part(*object, part::option_text));
            if (const auto* label = find_part(*object, part::option_label); label && id.empty())
                id = text_of(label) == text ? "" : text_of(label);
            if (says_yes(find_part(*object, part::option_is_key)))
                set_key(into, into.texts.size());
        }
    } else if (const auto* pair = value.if_array();
               pair && pair->size() == 2 && (*pair)[0].is_string() && (*pair)[1].is_string()) {
        id = text_of(&(*pair)[0]);
        text = text_of(&(*pair)[1]);
    } else if (!value.is_string() && !value.is_number()) {
        return false;
    }
    into.numbers = into.numbers || value.is_int64();
    into.texts.push_back(std::move(text));
    into.ids.push_back(std::move(id));
    return true;
}

/// The members whose names are places, in the order of the places. Nullopt for a gap or a double.
std::optional<std::vector<json::object::const_iterator>> by_place(const json::object& object, bool all) {
    std::map<std::size_t, json::object::const_iterator> letters, numbers;
    for (auto member = object.begin(); member != object.end(); ++member) {
        const auto found = option_place_of(member->key());
        const bool bare = found && folded_name(member->key()).size() < 3 && found->by_number;
        if (!found || (!all && bare)) {
            if (all)
                return std::nullopt;
            continue;
        }
        auto& places = found->by_number ? numbers : letters;
        if (!places.emplace(found->index, member).second)
            return std::nullopt;
    }
    const auto& places = letters.empty() ? numbers : letters;
    std::vector<json::object::const_iterator> sorted;
    if (places.empty() || (all && !letters.empty() && !numbers.empty()))
        return sorted;
    auto expected = letters.empty() && places.begin()->first == 1 ? 1u : 0u;
    for (const auto& [place, member] : places) {
        if (place != expected++)
            return std::nullopt;
        sorted.push_back(member);
    }
    return sorted;
}

result<options_reading> from_object(const json::object& object) {
    options_reading found;
    const auto sorted = by_place(object, true);
    if (sorted && !sorted->empty()) {
        for (const auto& member : *sorted)
            if (!add_option(found, member->value(), std::string(member->key())))
                return no_texts();
        const auto place = option_place_of(sorted->front()->key());
        found.lettered = place && !place->by_number;
        return found;
    }
    const bool judged =
        object.size() >= 2 && std::all_of(object.begin(), object.end(),
                                          [](const auto& member) { return member.value().is_bool(); });
    if (!judged)
        return invalid("its \"options\" must be texts under the letters A, B, C ... without a gap");
    for (const auto& member : object) {  // {"Paris": true, "Rome": false}
        if (member.value().get_bool())
            set_key(found, found.texts.size());
        found.texts.push_back(std::string(member.key()));
        found.ids.emplace_back();
    }
    return found;
}

/// Brings options that are called A, B, C in another order into that order.
void sort_by_letter(options_reading& found) {
    std::vector<std::pair<std::size_t, std::size_t>> order;
    for (std::size_t i = 0; i < found.ids.size(); ++i) {
        const auto place = option_place_of(found.ids[i]);
        if (!place || place->by_number || place->index >= found.ids.size())
            return;
        order.emplace_back(place->index, i);
    }
    std::sort(order.begin(), order.end());
    for (std::size_t i = 1; i < order.size(); ++i)
        if (order[i].first == order[i - 1].first)
            return;
    auto sorted = found;
    for (std::size_t i = 0; i < order.size(); ++i) {
        sorted.texts[i] = found.texts[order[i].second];
        sorted.ids[i] = found.ids[order[i].second];
        if (found.key == order[i].second)
            sorted.key = i;
    }
    sorted.lettered = !order.empty();
    found = std::move(sorted);
}

result<options_reading> from_list(const json::array& list) {
    options_reading found;
    for (const auto& option : list)
        if (found.texts.size() > most_options || !add_option(found, option, ""))
            return no_texts();
    sort_by_letter(found);
    return found;
}

/// "A) one\nB) two", "1. one\n2. two": a line each, with its label.
std::optional<options_reading> from_lines(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        if (const auto line = trimmed(text.substr(0, end)); !line.empty())
            lines.emplace_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    for (const auto series : {label_series::letters, label_series::numbers, label_series::romans}) {
        options_reading found;
        for (const auto& line : lines) {
            const auto named = series == label_series::letters ? read_option_label(line) : std::nullopt;
            const auto label = named ? named : read_series_label(line, series);
            if (!label || label->index != found.texts.size())
                break;
            found.texts.push_back(std::string(label->rest));
            found.ids.emplace_back();
        }
        found.lettered = series == label_series::letters;
        found.series = series;
        if (lines.size() >= 2 && found.texts.size() == lines.size())
            return found;
    }
    return std::nullopt;
}

/// A key in words, and wrong ones: members of their own, or a list.
std::optional<options_reading> from_key_and_wrong(const json::object& item) {
    const auto* key = find_part(item, part::key);
    std::map<std::size_t, const json::value*> wrong;
    for (const auto& member : item)
        if (const auto number = wrong_number_of(member.key()))
            wrong.emplace(*number, &member.value());
    options_reading found;
    if (!key || !add_option(found, *key, "") || found.texts[0].empty())
        return std::nullopt;
    for (const auto& [number, value] : wrong)
        if (!add_option(found, *value, ""))
            return std::nullopt;
    const auto* listed = wrong.empty() ? find_part(item, part::wrong) : nullptr;
    if (const auto* list = listed ? listed->if_array() : nullptr)
        for (const auto& value : *list)
            if (found.texts.size() > most_options || !add_option(found, value, ""))
                return std::nullopt;
    found.key = 0;
    found.several_keys = false;
    return found.texts.size() >= 2 ? std::optional(found) : std::nullopt;
}

}  // namespace

result<options_reading> read_options(const json::object& item) {
    const auto* value = find_part(item, part::options);
    if (const auto* object = value ? value->if_object() : nullptr)
        return from_object(*object);
    if (const auto* list = value ? value->if_array() : nullptr)
        return from_list(*list);
    if (const auto* text = value ? value->if_string() : nullptr)
        if (auto lines = from_lines(*text))
            return *lines;
    if (auto found = from_key_and_wrong(item))
        return *found;
    const auto flat = by_place(item, false);
    if (!flat || flat->size() < 2)
        return invalid("it has no \"options\", an object A, B, C ... or a list");
    options_reading found;
    for (const auto& member : *flat)
        if (!add_option(found, member->value(), std::string(member->key())))
            return no_texts();
    found.lettered = !option_place_of(flat->front()->key())->by_number;
    return found;
}

}  // namespace examwright
