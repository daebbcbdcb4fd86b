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
constexpr std::size_t farthest_look = 240;  // bytes looked at behind a quotation mark
constexpr std::string_view quotes[] = {"\"", "'", "“", "”", "„", "«", "»", "‘", "’", "`"};

bool is_name_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

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

json_recovery::json_recovery(std::string_view text) : text_(text), steps_(8 * text.size() + 10'000) {}

std::optional<json::value> json_recovery::read(std::size_t at) {
    at_ = at;
    const auto tested = test_strictness(text_.substr(at));
    if (!spend(tested.read + 1))
        return std::nullopt;
    trusted_ = tested.strict;
    json::value value;
    const auto end = read_value(value, 0, place::member);
    if (end == state::whole || holds_something(value))
        return value;
    return std::nullopt;
}

bool json_recovery::spend(std::size_t steps) {
    steps_ -= std::min(steps_, steps);
    return steps_ > 0;
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

/// The name of the first member of the object that begins at `at`.
std::string_view json_recovery::first_name_at(std::size_t at) {
    const auto opener = skipped_space(at + 1);
    const auto begin = std::min(text_.size(), opener + length_of_quote(opener));
    auto end = begin;
    while (end < text_.size() && is_name_character(text_[end]))
        ++end;
    return text_.substr(begin, end - begin);
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

void json_recovery::skip_space() {
    at_ = skipped_space(at_);
}

void json_recovery::skip_space_and_commas() {
    skip_space();
    while (!at_end() && (text_[at_] == ',' || text_[at_] == ';')) {
        ++at_;
        skip_space();
    }
}

/// Behind white space and comments.
std::size_t json_recovery::skipped_space(std::size_t at) {
    const auto begin = at;
    while (at < text_.size() && steps_ > 0) {
        const auto rest = text_.substr(at);
        if (rest.starts_with("//") || rest.starts_with('#')) {
            at = std::min(text_.find('\n', at), text_.size());
            spend(at - begin);
        } else if (rest.starts_with("/*")) {
            const auto end = text_.find("*/", at + 2);
            at = end == text_.npos ? text_.size() : end + 2;
            spend(at - begin);
        } else if (rest[0] == ' ' || rest[0] == '\n' || rest[0] == '\t' || rest[0] == '\r') {
            ++at;
        } else if (static_cast<unsigned char>(rest[0]) >= 0x80 && is_space(decode_at(text_, at).value)) {
            at += decode_at(text_, at).length;
        } else {
            break;
        }
    }
    spend(at - begin);
    return at;
}

/// 0 where there is no quotation mark.
std::size_t json_recovery::length_of_quote(std::size_t at) const {
    const auto first = at < text_.size() ? static_cast<unsigned char>(text_[at]) : 0;
    if (first == '"' || first == '\'' || first == '`')
        return 1;
    if (first != 0xC2 && first != 0xE2)  // the first bytes of the others
        return 0;
    for (const auto quote : quotes)
        if (text_.substr(at, quote.size()) == quote)
            return quote.size();
    return 0;
}

bool json_recovery::is_closing(std::string_view opener, std::string_view quote) const {
    if (opener == "\"" || opener == "'" || opener == "`")
        return quote == opener;
    if (opener == "«" || opener == "»")
        return quote == "»" || quote == "«";
    if (opener == "‘" || opener == "’")
        return quote == "’" || quote == "‘" || quote == "'";
    return quote == "”" || quote == "“" || quote == "\"";
}

/// Whether a quotation mark ends the string, by what stands behind it: inside a text it is followed by more
/// of the text.
bool json_recovery::closes(std::size_t behind, place where) {
    const auto at = skipped_space(behind);
    if (at - behind > farthest_look || at >= text_.size())
        return at >= text_.size();
    const char c = text_[at];
    if (where == place::name)
        return c == ':';
    if (c == '}' || (c == ']' && where == place::element))
        return ends_container(at);
    if (where == place::member) {
        if (c == ',' || c == ';') {
            const auto next = skipped_space(at + 1);
            const bool next_object =
                next < text_.size() && text_[next] == '{' && !first_name_at(next).empty();
            return next >= text_.size() || text_[next] == '}' || text_[next] == ',' || next_object ||
                   begins_name(next);
        }
        return at > behind && begins_name(at);  // its comma was forgotten
    }
    const auto begins_element = [this](std::size_t next) {
        return next >= text_.size() || length_of_quote(next) > 0 ||
               std::string_view("{[]-0123456789,tfnTFN").find(text_[next]) != std::string_view::npos;
    };
    if (c == ',')
        return begins_element(skipped_space(at + 1));
    return text_.substr(behind, at - behind).find('\n') != std::string_view::npos && length_of_quote(at) > 0;
}

/// A name of a member with its colon, in quotation marks or without.
bool json_recovery::begins_name(std::size_t at) {
    const auto opener = length_of_quote(at);
    const auto end = std::min(text_.size(), at + farthest_look);
    auto i = at + opener;
    if (opener == 0) {
        while (i < end && is_name_character(text_[i]))
            ++i;
    } else {
        while (i < end && length_of_quote(i) == 0 && text_[i] != '\n')
            ++i;
        if (i >= end)
            return end == text_.size();  // it breaks off there
        i += std::max<std::size_t>(1, length_of_quote(i));
    }
    if (i == at + opener)
        return false;
    const auto colon = skipped_space(i);
    if (colon >= text_.size() || text_[colon] != ':')
        return colon >= text_.size();
    const auto value = skipped_space(colon + 1);  // "because: ..." is no bare name
    return opener > 0 || value >= text_.size() || length_of_quote(value) > 0 ||
           std::string_view("{[-0123456789").find(text_[value]) != std::string_view::npos;
}

/// Whether a bracket is one of JSON's, by what stands behind it.
bool json_recovery::ends_container(std::size_t at) {
    const auto next = skipped_space(at + 1);
    return next >= text_.size() || std::string_view(",;}]{`<").find(text_[next]) != std::string_view::npos ||
           length_of_quote(next) > 0 || text_.substr(at + 1, next - at - 1).find('\n') != text_.npos;
}

}  // namespace examwright
