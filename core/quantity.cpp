#include "core/quantity.hpp"

#include <charconv>

#include "core/unicode.hpp"

namespace examwright {
namespace {

bool is_ascii_digit(char c) {
    return c >= '0' && c <= '9';
}

/// The number's characters at the front of text, and how many bytes of text they took. A comma or a space
/// before exactly three digits groups them; a comma before another number of digits is a decimal sign.
std::string take_digits(std::string_view text, std::size_t& taken) {
    std::string digits;
    bool decimal = false;
    while (taken < text.size()) {
        const char c = text[taken];
        std::size_t run = 0;
        while (taken + 1 + run < text.size() && is_ascii_digit(text[taken + 1 + run]))
            ++run;
        if (is_ascii_digit(c)) {
            digits += c;
        } else if ((c == ',' || c == ' ') && run == 3 && !decimal) {
        } else if ((c == '.' || c == ',') && run > 0 && !decimal) {
            digits += '.';
            decimal = true;
        } else {
            break;
        }
        ++taken;
    }
    return digits;
}

}  // namespace

std::optional<quantity> read_quantity(std::string_view text) {
    constexpr std::string_view minus_sign = "−";
    constexpr std::size_t longest_unit = 12;
    text = trimmed(text);
    if (text.ends_with('.'))
        text.remove_suffix(1);
    std::size_t first = 0;
    while (first < text.size() && !is_ascii_digit(text[first]))
        ++first;
    if (first == text.size())
        return std::nullopt;
    auto before = text.substr(0, first);
    const bool hyphen = before.ends_with('-');
    const bool negative = hyphen || before.ends_with(minus_sign);
    if (negative)
        before.remove_suffix(hyphen ? 1 : minus_sign.size());
    std::size_t taken = first;
    const auto digits = take_digits(text, taken);
    const auto after = trimmed(text.substr(taken));
    before = trimmed(before);
    const bool one_number = after.find_first_of("0123456789") == after.npos;
    // A unit, not a sentence: "2 apples" is a quantity, "in 1990 the war began" is none.
    if (!one_number || before.size() > 4 || after.size() > longest_unit || after.find(' ') != after.npos)
        return std::nullopt;
    quantity found;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), found.value);
    if (read.ec != std::errc())
        return std::nullopt;
    found.value = negative ? -found.value : found.value;
    found.unit = casefold(before) + "#" + casefold(after);
    return found;
}

}  // namespace examwright
