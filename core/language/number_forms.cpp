#include "core/language/number_forms.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "core/text/unicode.hpp"

namespace examwright {
namespace {

struct magnitude {
    std::string_view names;  // each between bars
    double factor;
};
constexpr magnitude magnitudes[] = {
    {"|thousand|tausend|mille|mil|हज़ार|हजार|", 1e3},
    {"|लाख|", 1e5},
    {"|million|millions|millionen|millón|millones|milhão|milhões|", 1e6},
    {"|करोड़|", 1e7},
    {"|milliarde|milliarden|milliard|milliards|bilhão|bilhões|", 1e9},
    {"|trillion|trillions|", 1e12},
};
constexpr std::string_view billions = "|billion|billions|billionen|billón|billones|";

constexpr std::string_view before_our_era[] = {"bc",      "bce",    "b.c.",      "b.c.e.",
                                               "v. chr.", "v.chr.", "av. j.-c.", "avant j.-c.",
                                               "a. c.",   "a.c.",   "ईसा पूर्व"};
constexpr std::string_view our_era[] = {"ad",         "ce",          "a.d.",  "c.e.", "n. chr.", "n.chr.",
                                        "apr. j.-c.", "après j.-c.", "d. c.", "d.c.", "ईस्वी"};

/// Takes a word off the end of a text, where a blank or nothing stands before it.
bool take_last(std::string_view& text, std::string_view word) {
    const std::string folded = composed(casefold(word));
    if (!text.ends_with(folded))
        return false;
    const auto rest = text.substr(0, text.size() - folded.size());
    if (!rest.empty() && rest.back() != ' ')
        return false;
    text = trimmed(rest);
    return true;
}

template <std::size_t N>
bool take_one_of(std::string_view& text, const std::string_view (&words)[N]) {
    return std::any_of(std::begin(words), std::end(words),
                       [&](std::string_view word) { return take_last(text, word); });
}

/// Takes "3", "-3" or "{-3}".
std::optional<int> take_integer(std::string_view& text) {
    auto rest = text;
    const bool braces = rest.starts_with('{');
    rest.remove_prefix(braces ? 1 : 0);
    int value = 0;
    const auto read = std::from_chars(rest.data(), rest.data() + rest.size(), value);
    constexpr int highest = 300;
    if (read.ec != std::errc() || std::abs(value) > highest)
        return std::nullopt;
    rest.remove_prefix(static_cast<std::size_t>(read.ptr - rest.data()));
    if (braces && !rest.starts_with('}'))
        return std::nullopt;
    text = rest.substr(braces ? 1 : 0);
    return value;
}

/// Takes "³" or "⁻³".
std::optional<int> take_superscript(std::string_view& text) {
    static constexpr std::u32string_view raised = U"⁰¹²³⁴⁵⁶⁷⁸⁹";
    std::string digits;
    std::size_t at = 0;
    for (; at < text.size() && digits.size() < 4; at += decode_at(text, at).length) {
        const auto value = decode_at(text, at).value;
        const auto digit = raised.find(value);
        if (digit != raised.npos)
            digits += static_cast<char>('0' + digit);
        else if (value == U'⁻' && digits.empty())
            digits += '-';
        else
            break;
    }
    std::string_view written = digits;
    const auto exponent = take_integer(written);
    if (exponent)
        text.remove_prefix(at);
    return exponent;
}

std::optional<int> take_any_exponent(std::string_view& text) {
    if (!text.starts_with('^'))
        return take_superscript(text);
    auto rest = text.substr(1);
    const auto exponent = take_integer(rest);
    if (exponent)
        text = rest;
    return exponent;
}

}  // namespace

std::string_view fraction_of(char32_t sign) {
    static constexpr std::pair<char32_t, std::string_view> fractions[] = {
        {U'½', "1/2"}, {U'⅓', "1/3"}, {U'⅔', "2/3"}, {U'¼', "1/4"}, {U'¾', "3/4"}, {U'⅕', "1/5"},
        {U'⅖', "2/5"}, {U'⅗', "3/5"}, {U'⅘', "4/5"}, {U'⅙', "1/6"}, {U'⅚', "5/6"}, {U'⅐', "1/7"},
        {U'⅛', "1/8"}, {U'⅜', "3/8"}, {U'⅝', "5/8"}, {U'⅞', "7/8"}, {U'⅑', "1/9"}, {U'⅒', "1/10"}};
    const auto* found = std::find_if(std::begin(fractions), std::end(fractions),
                                     [sign](const auto& each) { return each.first == sign; });
    return found == std::end(fractions) ? std::string_view() : found->second;
}

double take_power_of_ten(std::string_view& text) {
    for (const std::string_view sign : {"×", "·", "x", "*"}) {
        auto rest = trimmed(text);
        if (!rest.starts_with(sign))
            continue;
        rest = trimmed(rest.substr(sign.size()));
        if (!rest.starts_with("10"))
            continue;
        rest.remove_prefix(2);
        if (const auto exponent = take_any_exponent(rest)) {
            text = rest;
            return std::pow(10, *exponent);
        }
    }
    if (auto rest = text; rest.starts_with('e')) {
        rest.remove_prefix(rest.starts_with("e+") ? 2 : 1);
        if (const auto exponent = take_integer(rest)) {
            text = rest;
            return std::pow(10, *exponent);
        }
    }
    return 1;
}

double take_exponent(std::string_view& text, double value) {
    const auto exponent = take_any_exponent(text);
    return exponent ? std::pow(value, *exponent) : value;
}

double take_minutes(std::string_view& text) {
    constexpr std::size_t length = 3;  // ":30"
    const auto is_digit_at = [&](std::size_t at) {
        return at < text.size() && text[at] >= '0' && text[at] <= '9';
    };
    if (!text.starts_with(':') || !is_digit_at(1) || !is_digit_at(2) || is_digit_at(length) ||
        text[1] > '5' || text.substr(length).starts_with(':'))
        return 0;
    const double minutes = (text[1] - '0') * 10 + (text[2] - '0');
    text.remove_prefix(length);
    return minutes / 60;
}

double take_magnitude(std::string_view& text, bool long_scale) {
    const auto word = text.substr(0, std::min(text.find(' '), text.size()));
    const auto name = "|" + std::string(word) + "|";
    double factor = 1;
    for (const auto& each : magnitudes)
        if (each.names.find(name) != each.names.npos)
            factor = each.factor;
    if (billions.find(name) != billions.npos)
        factor = long_scale ? 1e12 : 1e9;
    if (!word.empty() && factor > 1)
        text = trimmed(text.substr(word.size()));
    return factor;
}

int take_era(std::string_view& before, std::string_view& after) {
    if (take_one_of(after, before_our_era))
        return -1;
    if (!take_one_of(after, our_era))
        take_one_of(before, our_era);
    return 1;
}

}  // namespace examwright
