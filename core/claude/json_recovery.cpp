#include "core/claude/json_recovery.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/stream_parser.hpp>
#include <charconv>

#include "core/claude/json_string.hpp"
#include "core/text/unicode.hpp"

namespace examwright {

namespace json = boost::json;

namespace {

constexpr int deepest = 32;
constexpr std::size_t longest_name = 200;

struct strictness {
    bool strict = false;  // strict JSON begins at the front of the text
    std::size_t read = 0;
};

strictness test_strictness(std::string_view text) {
    json::stream_parser parser;
    boost::system::error_code broken;
    const auto read = parser.write_some(text, broken);
    return {!broken && parser.done(), read};
}

bool holds_objects(const json::value& value) {
    const auto* list = value.if_array();
    return list && std::any_of(list->begin(), list->end(), [](const auto& each) { return each.is_object(); });
}

/// Whether anything was read of a value whose text breaks off or breaks.
bool holds_something(const json::value& value) {
    if (holds_objects(value))
        return true;
    const auto* object = value.if_object();
    return object && std::any_of(object->begin(), object->end(),
                                 [](const auto& member) { return holds_objects(member.value()); });
}

}  // namespace

json_recovery::json_recovery(std::string_view text) : json_scanner(text, 8 * text.size() + 10'000) {}

std::optional<json::value> json_recovery::read(std::size_t at) {
    at_ = at;
    broke_off_ = false;
    const auto tested = test_strictness(text_.substr(at));
    if (!spend(tested.read + 1))
        return std::nullopt;
    trusted_ = tested.strict;
    json::value value;
    const auto end = read_value(value, 0, place::member);
    broke_off_ = end == state::cut_off;
    if (end == state::whole || holds_something(value))
        return value;
    return std::nullopt;
}

json_recovery::state json_recovery::read_value(json::value& into, int depth, place where) {
    if (depth > deepest || !spend())
        return state::broken;
    skip_space();
    if (at_end())
        return state::cut_off;
    const char c = text_[at_];
    if (c == '{')
        return read_object(into, depth);
    if (c == '[')
        return read_array(into, depth);
    if (length_of_quote(at_) > 0) {
        std::string text;
        const auto end = read_string(text, where);
        into = json::string(text);
        return end;
    }
    if (c == '-' || c == '+' || c == '.' || (c >= '0' && c <= '9'))
        return read_number(into);
    return read_word(into);
}

json_recovery::state json_recovery::read_object(json::value& into, int depth) {
    auto& object = into.emplace_object();
    ++at_;
    while (true) {
        skip_space_and_commas();
        if (at_end())
            return state::cut_off;
        if (text_[at_] == '}') {
            ++at_;
            return state::whole;
        }
        if (text_[at_] == ']')  // its brace was forgotten
            return object.empty() ? state::broken : state::whole;
        std::string name;
        if (const auto end = read_name(name); end != state::whole)
            return end;
        json::value value;
        const auto end = read_value(value, depth + 1, place::member);
        if (end == state::whole || holds_something(value))
            object[name] = std::move(value);
        if (end != state::whole)
            return end;
    }
}

json_recovery::state json_recovery::read_array(json::value& into, int depth) {
    auto& list = into.emplace_array();
    std::string_view first_name;  // of the elements that are objects
    ++at_;
    while (true) {
        skip_space_and_commas();
        if (at_end())
            return state::cut_off;
        if (text_[at_] == ']') {
            ++at_;
            return state::whole;
        }
        if (text_[at_] == '}')  // its bracket was forgotten
            return list.empty() ? state::broken : state::whole;
        const auto begin = at_;
        if (first_name.empty() && text_[begin] == '{')
            first_name = first_name_at(begin);
        json::value element;
        const auto end = read_value(element, depth + 1, place::element);
        if (end == state::whole) {
            list.push_back(std::move(element));
            continue;
        }
        if (text_[begin] != '{')
            return end;
        list.push_back(nullptr);
        if (first_name.empty() || !find_next_element(begin + 1, first_name))
            return end;
    }
}

/// Moves to the next object whose first member has this name.
bool json_recovery::find_next_element(std::size_t from, std::string_view first_name) {
    for (auto at = text_.find('{', from); at != text_.npos; at = text_.find('{', at + 1)) {
        if (!spend(at - from + 1))
            return false;
        from = at;
        if (first_name_at(at) == first_name) {
            at_ = at;
            return true;
        }
    }
    return false;
}

json_recovery::state json_recovery::read_name(std::string& into) {
    if (length_of_quote(at_) > 0) {
        if (const auto end = read_string(into, place::name); end != state::whole)
            return end;
    } else {
        const auto begin = at_;
        while (!at_end() && is_name_character(text_[at_]) && at_ - begin < longest_name)
            ++at_;
        into = text_.substr(begin, at_ - begin);
    }
    skip_space();
    if (at_end())
        return state::cut_off;
    if (into.empty() || text_[at_] != ':')
        return state::broken;
    ++at_;
    return state::whole;
}

json_recovery::state json_recovery::read_string(std::string& into, place where) {
    const auto opener = text_.substr(at_, length_of_quote(at_));
    at_ += opener.size();
    const auto begin = at_;
    while (!at_end() && spend()) {
        if (text_[at_] == '\\' && at_ + 1 < text_.size()) {
            at_ += 2;
            continue;
        }
        const auto length = length_of_quote(at_);
        if (length > 0 && is_closing(opener, text_.substr(at_, length)) &&
            ((trusted_ && opener == "\"") || closes(at_ + length, where))) {
            into = decode_json_string(text_.substr(begin, at_ - begin));
            at_ += length;
            return state::whole;
        }
        if (where == place::name && at_ - begin > longest_name)
            return state::broken;
        at_ += std::max<std::size_t>(1, length);
    }
    return at_end() ? state::cut_off : state::broken;
}

json_recovery::state json_recovery::read_word(json::value& into) {
    static constexpr struct {
        std::string_view word;
        int value;  // 0, 1, or null
    } words[] = {{"true", 1}, {"false", 0}, {"null", 2}, {"True", 1}, {"False", 0}, {"None", 2}};
    for (const auto& each : words) {
        const auto behind = at_ + each.word.size();
        if (text_.substr(at_, each.word.size()) != each.word ||
            (behind < text_.size() && is_name_character(text_[behind])))
            continue;
        at_ = behind;
        into = each.value == 2 ? json::value(nullptr) : json::value(each.value == 1);
        return state::whole;
    }
    return state::broken;
}

/// Whole numbers as numbers, others as they are written, so that 1.50 keeps its nought.
json_recovery::state json_recovery::read_number(json::value& into) {
    const auto begin = at_;
    while (!at_end() &&
           (is_name_character(text_[at_]) || text_[at_] == '.' || text_[at_] == '-' || text_[at_] == '+'))
        ++at_;
    const auto text = text_.substr(begin, at_ - begin);
    std::int64_t whole = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), whole);
    if (read.ec == std::errc() && read.ptr == text.data() + text.size()) {
        into = whole;
        return state::whole;
    }
    double real = 0;
    const auto digits = text.substr(text.starts_with('+') ? 1 : 0);
    const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), real);
    if (parsed.ec != std::errc() || parsed.ptr != digits.data() + digits.size())
        return state::broken;
    into = json::string(text);
    return state::whole;
}

}  // namespace examwright
