#include "core/language/quantity.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <string_view>

#include "core/language/number_forms.hpp"
#include "core/language/number_words.hpp"
#include "core/text/unicode.hpp"

namespace examwright {
namespace {

/// What parts the thousands of a number, and what begins its decimals.
struct number_style {
    char group;
    char decimal;
};

constexpr number_style with_point{',', '.'};
constexpr number_style with_comma{'.', ','};

struct quantity {
    double value = 0;
    std::string unit;            // what stands around the number, folded
    bool bare_fraction = false;  // "one-third": of whatever unit the others have
};

constexpr std::string_view digits = "0123456789";

/// The digits of other scripts, fractions, spaces and the minus sign as ASCII has them.
std::string plain(std::string_view text) {
    static constexpr char32_t zeros[] = {U'٠', U'۰', U'०', U'０'};
    std::string found;
    for (std::size_t i = 0; i < text.size();) {
        const auto next = decode_at(text, i);
        const auto* zero = std::find_if(std::begin(zeros), std::end(zeros), [&](char32_t each) {
            return next.value >= each && next.value < each + 10;
        });
        if (zero != std::end(zeros))
            found += static_cast<char>('0' + (next.value - *zero));
        else if (next.value == U'−')
            found += '-';
        else if (next.value == U'⁄')
            found += '/';
        else if (const auto fraction = fraction_of(next.value); !fraction.empty())
            found += (found.empty() || digits.find(found.back()) == digits.npos ? "" : " ") +
                     std::string(fraction);  // "1½" as "1 1/2"
        else if (is_space(next.value))
            found += ' ';
        else if (is_letter(next.value))
            append_folded(found, next.value);
        else
            found.append(text, i, next.length);  // "10³" is not 103
        i += next.length;
    }
    return composed(trimmed(found));
}

std::size_t count_digits(std::string_view text) {
    return std::min(text.find_first_not_of(digits), text.size());
}

/// A unit by its names, and how many of the base unit of its kind it is.
struct scaled_unit {
    std::string_view names;  // each between bars
    std::string_view base;
    double factor;
};

constexpr scaled_unit scaled_units[] = {
    {"|ms|millisecond|milliseconds|", "s", 1e-3},
    {"|s|sec|second|seconds|sekunde|sekunden|seconde|secondes|segundo|segundos|", "s", 1},
    {"|min|minute|minutes|minuten|minuto|minutos|", "s", 60},
    {"|h|hour|hours|stunde|stunden|heure|heures|hora|horas|", "s", 3600},
    {"|day|days|tag|tage|tagen|jour|jours|día|días|dia|dias|", "s", 86400},
    {"|week|weeks|woche|wochen|semaine|semaines|semana|semanas|", "s", 604800},
    {"|month|months|monat|monate|monaten|mois|mes|meses|", "s", 2.63e6},
    {"|year|years|jahr|jahre|jahren|an|ans|année|années|año|años|ano|anos|", "s", 3.156e7},
    {"|mm|", "m", 1e-3},
    {"|cm|", "m", 1e-2},
    {"|m|", "m", 1},
    {"|km|", "m", 1e3},
    {"|mg|", "g", 1e-3},
    {"|g|", "g", 1},
    {"|kg|", "g", 1e3},
    {"|kb|", "byte", 1e3},
    {"|mb|", "byte", 1e6},
    {"|gb|", "byte", 1e9},
    {"|tb|", "byte", 1e12},
};

/// Puts a quantity of one of these units into its base unit, so that hours compare with minutes.
void rescale(quantity& found) {
    if (found.unit.size() < 2 || found.unit.front() != '#')
        return;
    const auto name = "|" + found.unit.substr(1) + "|";
    const auto* unit =
        std::find_if(std::begin(scaled_units), std::end(scaled_units),
                     [&](const scaled_unit& each) { return each.names.find(name) != each.names.npos; });
    if (unit == std::end(scaled_units))
        return;
    found.value *= unit->factor;
    found.unit = "#" + std::string(unit->base);
}

std::optional<double> value_of(const std::string& number) {
    double value = 0;
    const auto read = std::from_chars(number.data(), number.data() + number.size(), value);
    return read.ec == std::errc() ? std::optional(value) : std::nullopt;
}

/// Takes the number that text begins with. Nothing where it is not written in this style.
std::optional<double> take_number(std::string_view& text, number_style style) {
    std::string number(text.substr(0, count_digits(text)));
    text.remove_prefix(number.size());
    const bool may_be_grouped = number.size() <= 3 && !number.starts_with('0');
    while (!text.empty() && (text[0] == style.group || text[0] == ' ')) {
        const auto run = count_digits(text.substr(1));
        const bool group = run == 3 && may_be_grouped;
        if (!group && run > 0 && text[0] == style.group)
            return std::nullopt;
        if (!group)
            break;
        number += text.substr(1, run);
        text.remove_prefix(1 + run);
    }
    if (!text.empty() && text[0] == style.decimal) {
        if (const auto run = count_digits(text.substr(1)); run > 0) {
            number += '.';
            number += text.substr(1, run);
            text.remove_prefix(1 + run);
        }
    }
    return value_of(number);
}

/// "/2" behind a number makes it a fraction.
double take_denominator(std::string_view& text) {
    if (!text.starts_with('/') || count_digits(text.substr(1)) == 0)
        return 1;
    const auto run = count_digits(text.substr(1));
    const auto value = value_of(std::string(text.substr(1, run)));
    text.remove_prefix(1 + run);
    return value && *value > 0 ? *value : 1;
}

/// The fraction of a mixed number, "1/2" behind "1 ": 0.5. Else 0.
double take_mixed_fraction(std::string_view& text) {
    auto rest = trimmed(text);
    const auto run = count_digits(rest);
    const auto over = run > 0 ? value_of(std::string(rest.substr(0, run))) : std::nullopt;
    rest.remove_prefix(run);
    const auto under = take_denominator(rest);
    if (!over || under <= *over)
        return 0;
    text = rest;
    return *over / under;
}

/// "–1918" or "to 30" behind a number makes it a range.
/// "10 %-20 %" too, and "and 30" behind "between".
void take_upper_end(std::string_view& text, number_style style, bool between) {
    const auto percent = trimmed(text).starts_with('%');
    static constexpr std::string_view joins[] = {"-",  "–",    "to ",  "bis ", "à ", "a ",
                                                 "से ", "and ", "und ", "et ",  "y ", "e "};
    constexpr std::size_t always = 7;  // the others join two numbers of a list, too
    for (std::size_t i = 0; i < (between ? std::size(joins) : always); ++i) {
        const auto sign = joins[i];
        auto rest = trimmed(text);
        if (percent)
            rest = trimmed(rest.substr(1));
        if (!rest.starts_with(sign))
            continue;
        rest = trimmed(rest.substr(sign.size()));
        if (count_digits(rest) == 0 || !take_number(rest, style))
            continue;
        if (percent && !trimmed(rest).starts_with('%'))
            continue;
        text = rest;
        return;
    }
}

void drop_ordinal(std::string_view& text) {
    for (const std::string_view ending : {"st", "nd", "rd", "th"})
        if (text.starts_with(ending) && (text.size() == 2 || text[2] == ' '))
            text.remove_prefix(2);
}

/// A unit, not a sentence: "2 green apples" is a quantity, "x = 2", and "TCP port 80"; "in 1990 the war
/// began" is none.
bool is_unit(std::string_view before, std::string_view after) {
    if (before.ends_with('='))
        before = trimmed(before.substr(0, before.size() - 1));
    constexpr std::size_t longest_word = 14, longest_unit = 24;
    const bool is_word = before.size() <= longest_word && before.find(' ') == before.npos;
    const bool is_label =
        after.empty() && before.size() <= longest_unit && std::count(before.begin(), before.end(), ' ') <= 2;
    return (is_word || is_label) && after.size() <= longest_unit &&
           std::count(after.begin(), after.end(), ' ') <= 1 && after.find_first_of(digits) == after.npos;
}

/// "three times", "one-third".
std::optional<quantity> read_number_word(std::string_view text) {
    if (text == "once" || text == "twice")
        return quantity{text == "once" ? 1.0 : 2.0, "#times"};
    const auto number = find_number_word(text);
    if (!number)
        return std::nullopt;
    const auto after = trimmed(text.substr(number->length));
    if (!is_unit({}, after))
        return std::nullopt;
    return quantity{number->value, "#" + std::string(after), number->is_fraction && after.empty()};
}

bool take_between(std::string_view& text) {
    for (const std::string_view word : {"between ", "zwischen ", "entre "})
        if (text.starts_with(word)) {
            text = trimmed(text.substr(word.size()));
            return true;
        }
    return false;
}

/// The text is folded.
std::optional<quantity> read_quantity(std::string_view text, number_style style) {
    if (text.ends_with('.'))
        text.remove_suffix(1);
    const bool between = take_between(text);
    text = without_approximation(text);
    const auto first = text.find_first_of(digits);
    if (first == text.npos)
        return read_number_word(text);
    auto before = text.substr(0, first);
    auto after = text.substr(first);
    const bool minus = before.ends_with('-') &&
                       (before.size() == 1 || !is_letter(decode_before(before, before.size() - 1).value));
    if (minus)
        before.remove_suffix(1);
    auto value = take_number(after, style);
    if (!value)
        return std::nullopt;
    *value = take_exponent(after, *value) * take_power_of_ten(after) / take_denominator(after);
    *value += take_minutes(after) + take_mixed_fraction(after);
    take_upper_end(after, style, between);
    drop_ordinal(after);
    if (after.starts_with('+'))
        after.remove_prefix(1);  // "100,000+ dimensions"
    before = trimmed(before);
    after = trimmed(after);
    *value *= take_era(before, after) * take_magnitude(after, style.decimal == ',');
    if (!is_unit(before, after))
        return std::nullopt;
    return quantity{minus ? -*value : *value, std::string(before) + "#" + std::string(after)};
}

std::optional<std::vector<double>> read_all(const std::vector<std::string>& texts, number_style style) {
    std::vector<double> values;
    std::string unit;
    for (const auto& text : texts) {
        auto found = read_quantity(text, style);
        if (found)
            rescale(*found);
        if (!found || (!unit.empty() && !found->bare_fraction && found->unit != unit))
            return std::nullopt;
        values.push_back(found->value);
        if (!found->bare_fraction)
            unit = found->unit;
    }
    return values;
}

bool writes_comma(language spoken) {
    return spoken == language::german || spoken == language::french || spoken == language::spanish ||
           spoken == language::portuguese;
}

}  // namespace

std::optional<std::vector<double>> read_quantities(const std::vector<std::string>& texts, language spoken) {
    std::vector<std::string> written;
    written.reserve(texts.size());
    for (const auto& text : texts)
        written.push_back(plain(text));
    const bool comma = writes_comma(spoken);
    if (auto values = read_all(written, comma ? with_comma : with_point))
        return values;
    return read_all(written, comma ? with_point : with_comma);
}

}  // namespace examwright
