#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace examwright {

struct number_word {
    double value = 0;
    bool is_fraction = false;
    std::size_t length = 0;  // bytes of the text that it takes
};

/// The number in words that a folded text begins with, in any of our languages: "three", "one-third".
std::optional<number_word> find_number_word(std::string_view text);

/// The text without the words and signs at its start that say that a number is not meant exactly: "about",
/// "more than", "~".
std::string_view without_approximation(std::string_view text);

}  // namespace examwright
