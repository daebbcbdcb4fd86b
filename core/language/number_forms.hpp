#pragma once

#include <string_view>

namespace examwright {

/// "1/2" for "½"; empty for what is no fraction of one sign.
std::string_view fraction_of(char32_t sign);

// What belongs to a number behind its digits. Each takes what it reads off the folded text.

/// The power that stands there: 1000 for " × 10^3", " · 10³" and "e3". Else 1.
double take_power_of_ten(std::string_view& text);

/// value to the power that stands there, as in "10^3" and "10³"; else value.
double take_exponent(std::string_view& text, double value);

/// The fraction of an hour in "10:30": 0.5. Nothing is taken, and 0 returned, from what is no time.
double take_minutes(std::string_view& text);

/// 1e6 for "million" and "million people", of which "people" is left. Else 1. long_scale: a billion is 1e12.
double take_magnitude(std::string_view& text, bool long_scale);

/// -1 for a year before our era, "500 BC"; else 1. The era is taken off what stands before or behind.
int take_era(std::string_view& before, std::string_view& after);

}  // namespace examwright
