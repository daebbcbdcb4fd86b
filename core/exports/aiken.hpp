#pragma once

#include <optional>
#include <string>

#include "core/exports/exported_test.hpp"

namespace examwright {

/// Aiken, Moodle's plainest format: a line of the question, a line an option, "ANSWER: B". It knows neither
/// explanations nor markup.
std::string write_aiken(const exported_test& test);

/// Returns why the question can't be told in Aiken, or nullopt.
std::optional<std::string> aiken_obstacle(const question& question);

}  // namespace examwright
