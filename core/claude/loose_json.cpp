#include "core/claude/loose_json.hpp"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/stream_parser.hpp>
#include <charconv>
#include <string>

#include "core/text/unicode.hpp"

namespace examwright {

namespace json = boost::json;

namespace {

constexpr int most_tries = 200;  // brackets in prose that turn out to begin nothing
constexpr std::string_view byte_order_mark = "\uFEFF";
constexpr std::string_view replacement = "\\ufffd";
constexpr std::size_t escape_length = 6;  // \uXXXX

/// The code unit of the escape \uXXXX at offset.
std::optional<unsigned> unicode_escape(std::string_view text, std::size_t at) {
    if (text.size() < at + escape_length || !text.substr(at).starts_with("\\u"))
        return std::nullopt;
    unsigned unit = 0;
    const char* end = text.data() + at + escape_length;
    const auto parsed = std::from_chars(text.data() + at + 2, end, unit, 16);
    if (parsed.ec != std::errc() || parsed.ptr != end)
        return std::nullopt;
    return unit;
}

bool is_high_surrogate(unsigned unit) {
    return unit >= 0xD800 && unit < 0xDC00;
}

bool is_low_surrogate(unsigned unit) {
    return unit >= 0xDC00 && unit < 0xE000;
}

/// The escapes of surrogates without their other half, which Boost.JSON refuses, replaced.
std::string with_whole_surrogates(std::string text) {
    for (auto at = text.find('\\'); at != text.npos; at = text.find('\\', at)) {
        const auto unit = unicode_escape(text, at);
        if (!unit) {
            at += 2;  // the escaped character may be a backslash itself
            continue;
        }
        if (is_high_surrogate(*unit)) {
            const auto low = unicode_escape(text, at + escape_length);
            if (low && is_low_surrogate(*low)) {
                at += 2 * escape_length;
                continue;
            }
        }
        if (is_high_surrogate(*unit) || is_low_surrogate(*unit))
            text.replace(at, escape_length, replacement);
        at += escape_length;
    }
    return text;
}

std::string repaired(std::string_view text) {
    if (text.starts_with(byte_order_mark))
        text.remove_prefix(byte_order_mark.size());
    return with_whole_surrogates(to_valid_utf8(text));
}

std::optional<json::array> array_in(json::value& value, std::string_view name, std::string_view mark) {
    if (auto* array = value.if_array()) {
        const auto* first = array->empty() ? nullptr : array->front().if_object();
        if (first && first->contains(mark))
            return std::move(*array);
    }
    if (auto* object = value.if_object())
        if (auto* found = object->if_contains(name); found && found->is_array())
            return std::move(found->get_array());
    return std::nullopt;
}

/// The JSON value that begins at the front of the text, whatever follows it.
std::optional<json::value> leading_value(std::string_view text) {
    json::stream_parser parser;
    boost::system::error_code broken;
    parser.write_some(text, broken);
    if (broken || !parser.done())
        return std::nullopt;
    return parser.release();
}

}  // namespace

std::optional<json::value> parse_loose_json(std::string_view text) {
    boost::system::error_code broken;
    auto value = json::parse(repaired(text), broken);
    if (broken)
        return std::nullopt;
    return value;
}

std::optional<json::array> find_json_array(std::string_view text, std::string_view name,
                                           std::string_view mark) {
    const std::string whole = repaired(text);
    std::size_t at = 0;
    for (int tries = 0; tries < most_tries; ++tries) {
        at = whole.find_first_of("{[", at);
        if (at == whole.npos)
            break;
        if (auto value = leading_value(std::string_view(whole).substr(at)))
            if (auto array = array_in(*value, name, mark))
                return array;
        ++at;
    }
    return std::nullopt;
}

}  // namespace examwright
