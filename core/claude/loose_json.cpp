#include "core/claude/loose_json.hpp"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <charconv>
#include <string>

#include "core/claude/json_recovery.hpp"
#include "core/text/unicode.hpp"

namespace examwright {

namespace json = boost::json;

namespace {

constexpr std::string_view byte_order_mark = "\uFEFF";
constexpr std::string_view escaped_replacement = "\\ufffd";
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
            text.replace(at, escape_length, escaped_replacement);
        at += escape_length;
    }
    return text;
}

std::string repaired(std::string_view text) {
    if (text.starts_with(byte_order_mark))
        text.remove_prefix(byte_order_mark.size());
    return with_whole_surrogates(to_valid_utf8(text));
}

}  // namespace

std::optional<json::value> parse_loose_json(std::string_view text) {
    boost::system::error_code broken;
    auto value = json::parse(repaired(text), broken);
    if (broken)
        return std::nullopt;
    return value;
}

namespace {

struct found_json {
    std::vector<json::value> values;
    bool broke_off = false;
    std::string_view behind = {};  // the last of them
};

found_json find_json(std::string_view whole) {
    found_json found;
    json_recovery reader(whole);
    for (auto at = whole.find_first_of("{["); at != whole.npos && !reader.exhausted();) {
        auto value = reader.read(at);
        found.broke_off = found.broke_off || reader.broke_off();
        if (value) {
            found.values.push_back(std::move(*value));
            found.behind = whole.substr(std::min(whole.size(), reader.position()));
        }
        at = whole.find_first_of("{[", value ? std::max(reader.position(), at + 1) : at + 1);
    }
    found.broke_off = found.broke_off || reader.exhausted();
    return found;
}

std::string without_mark(std::string_view text) {
    if (text.starts_with(byte_order_mark))
        text.remove_prefix(byte_order_mark.size());
    return to_valid_utf8(text);
}

}  // namespace

std::vector<json::value> find_json_values(std::string_view text) {
    return find_json(without_mark(text)).values;
}

bool ends_with_whole_json(std::string_view text) {
    const auto whole = without_mark(text);
    const auto found = find_json(whole);
    return !found.values.empty() && !found.broke_off &&
           found.behind.find_first_not_of(" \t\r\n`") == found.behind.npos;
}

}  // namespace examwright
