#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace examwright {

// How the answer to a question of a Word document or a table names its options.

/// The options that a text names by their letters, which it begins with: "B", "(b)", "B) y", "B - because"
/// one, "A and C", "B, C", "b C", "BC" several. None if it only begins with a word of one letter, as in "A
/// body at rest".
std::vector<std::size_t> named_letters(std::string_view text);

/// The options that a text names, by their letters or by the words of one of them.
std::vector<std::size_t> named_options(std::string_view text, const std::vector<std::string>& options);

/// "1A 2B", "1-a, 2-b", "3. B and C": numbers and what names options; empty if there is more in the text.
std::vector<std::pair<int, std::string>> numbered_letters(std::string_view text);

}  // namespace examwright
