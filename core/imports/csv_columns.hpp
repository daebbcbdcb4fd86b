#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace examwright {

/// Where a table has what. Its columns are named in one of the six languages.
struct csv_columns {
    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

    std::size_t stem = nowhere, key = nowhere, explanation = nowhere, level = nowhere, topic = nowhere,
                quote = nowhere, page = nowhere;
    std::vector<std::size_t> options;
    std::vector<std::size_t> wrong;  // instead: the key's column holds the right option itself
    bool numbered = false;           // "option 1" instead of "option a"
    bool from_zero = false;          // "option 0" is the first
    bool by_index = false;           // the key's column is named "answer index": counts from 0 or from 1

    bool complete() const;
};

csv_columns find_columns(const std::vector<std::string>& names);

/// "ख": the place of a letter of Hindi's, in which options may be counted.
std::optional<std::size_t> hindi_place(std::string_view letter);

/// "Option 3", "Antwort c": which option is meant.
std::optional<std::size_t> named_place(std::string_view text);

}  // namespace examwright
