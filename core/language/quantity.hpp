#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/language/language.hpp"

namespace examwright {

/// The values of texts that are all numbers of one unit: "1,500 m", "-12.5 %", "about $20", "16th century",
/// "1/2", "three times", and ranges, "1914–1918", by their first number. Returns nullopt unless all are.
/// "1.500" is read by the convention of the language or, if that is unknown, by what fits the others.
std::optional<std::vector<double>> read_quantities(const std::vector<std::string>& texts, language spoken);

}  // namespace examwright
