#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "db/records.hpp"

namespace examwright {

// The columns that hold JSON. Reading is tolerant: of a row that the old service wrote otherwise than
// expected, what can't be read is empty, and the row can still be seen.

/// {"A": "...", "B": "..."}, in the order of the letters.
std::string options_to_json(const std::vector<std::string>& options);
/// Also from [{"label": "A", "text": "..."}]; a number is its text. At least two, and none
/// behind the last letter that has a text; a letter before it without a text is "".
std::vector<std::string> options_from_json(std::string_view json);

/// [{"reason": "...", "count": 3}]
std::string dropped_to_json(const std::vector<dropped_count>& dropped);
std::vector<dropped_count> dropped_from_json(std::string_view json);

/// generated_tests.generation_metadata as the old service writes it: {"num_questions": 12, "difficulty":
/// "MEDIUM", "stale_timeout_sec": 1200}; ours add "focus", "pages" and "language", where they are given.
/// Difficulty is medium where the text says none.
struct test_metadata {
    int target_questions = 15;
    difficulty level = difficulty::medium;
    std::string focus;
    std::string pages;
    std::string language;
};
std::string metadata_to_json(const test_metadata& metadata);
/// target_questions stays as it is: it has a column of its own.
test_metadata metadata_from_json(std::string_view json);

}  // namespace examwright
