#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/language/language.hpp"

namespace examwright {

/// The values of texts that are all numbers of one unit: "1,500 m", "-12.5 %", "about $20", "16th century",
/// "1/2", and ranges, "1914–1918", by their first number. Nothing where one is none, or the units differ.
/// What "1.500" is goes by the language that the texts are in, or by what the others allow.
std::optional<std::vector<double>> read_quantities(const std::vector<std::string>& texts, language spoken);

}  // namespace examwright
