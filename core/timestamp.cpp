#include "core/timestamp.hpp"

#include <charconv>
#include <cstdio>

namespace examwright {
namespace {

std::string written(timestamp time, char between, const char* after) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(time - day);
    char text[64];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u%c%02d:%02d:%02d.%06d%s", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), between,
                  static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                  static_cast<int>(clock.seconds().count()), static_cast<int>(clock.subseconds().count()),
                  after);
    return text;
}

/// Takes exactly width digits off the front of text.
std::optional<int> take_number(std::string_view& text, std::size_t width) {
    if (text.size() < width || text.empty() || text[0] == '-')
        return std::nullopt;
    int value = 0;
    const auto read = std::from_chars(text.data(), text.data() + width, value);
    if (read.ec != std::errc() || read.ptr != text.data() + width)
        return std::nullopt;
    text.remove_prefix(width);
    return value;
}

bool take(std::string_view& text, char expected) {
    if (text.empty() || text[0] != expected)
        return false;
    text.remove_prefix(1);
    return true;
}

std::optional<std::chrono::microseconds> take_fraction(std::string_view& text) {
    if (text.empty())
        return std::chrono::microseconds(0);
    if (!take(text, '.') || text.empty() || text.size() > 6)
        return std::nullopt;
    const auto width = text.size();
    auto value = take_number(text, width);
    if (!value)
        return std::nullopt;
    for (auto digits = width; digits < 6; ++digits)
        *value *= 10;
    return std::chrono::microseconds(*value);
}

}  // namespace

std::string to_rfc3339(timestamp time) {
    return written(time, 'T', "Z");
}

std::string to_sql(timestamp time) {
    return written(time, ' ', "");
}

std::optional<timestamp> parse_sql(std::string_view text) {
    constexpr struct {
        std::size_t width;
        char before;
    } parts[] = {{4, 0}, {2, '-'}, {2, '-'}, {2, ' '}, {2, ':'}, {2, ':'}};
    int values[6]{};
    for (std::size_t i = 0; i < 6; ++i) {
        if (parts[i].before != 0 && !take(text, parts[i].before))
            return std::nullopt;
        const auto value = take_number(text, parts[i].width);
        if (!value)
            return std::nullopt;
        values[i] = *value;
    }
    const std::chrono::year_month_day date{std::chrono::year(values[0]),
                                           std::chrono::month(static_cast<unsigned>(values[1])),
                                           std::chrono::day(static_cast<unsigned>(values[2]))};
    const auto fraction = take_fraction(text);
    if (!fraction || !date.ok() || values[3] > 23 || values[4] > 59 || values[5] > 59)
        return std::nullopt;
    return std::chrono::sys_days(date) + std::chrono::hours(values[3]) + std::chrono::minutes(values[4]) +
           std::chrono::seconds(values[5]) + *fraction;
}

}  // namespace examwright
