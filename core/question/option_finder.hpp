#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace examwright {

/// "B", "b", "(B)", "B.", "**B**", "Option B" -> 1; nullopt for what is no letter from A to J.
std::optional<std::size_t> read_option_letter(std::string_view text);

/// An option by its letter or by its words: "B", "b)", "(B)", "Option B", "B) Paris", "Paris.", "paris",
/// "The correct answer is B".
/// Nullopt if it is none of them, or no single one.
std::optional<std::size_t> find_option(std::string_view text, const std::vector<std::string>& options);

}  // namespace examwright
