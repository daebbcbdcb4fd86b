#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "core/question/question.hpp"

namespace examwright {

/// What a target takes of a question. 0: no limit.
struct export_limits {
    std::size_t most_options = 0;
    std::size_t longest_stem = 0;    // characters
    std::size_t longest_option = 0;  // characters
    bool one_line = false;           // texts have one line there, on which options must still differ
};

/// Returns why the question does not fit, for a sentence about it ("has 5 options; Kahoot takes 4"), or
/// nullopt if it does. target: "Kahoot".
std::optional<std::string> exceeded_limit(const question& question, const export_limits& limits,
                                          const std::string& target);

}  // namespace examwright
