#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace examwright {

/// A number of a question, and what names its right option; empty where the cell is.
using numbered_answer = std::pair<int, std::string>;

/// Whether a text names options of the question of that number.
using answer_test = std::function<bool(int, std::string_view)>;

/// The key that a table is: columns of numbers with the answers beside them, or rows of numbers with the
/// answers below. Other columns (points, pages) are passed over. Empty if it is none.
std::vector<numbered_answer> read_key_table(const std::vector<std::vector<std::string>>& rows,
                                            const answer_test& is_answer);

}  // namespace examwright
