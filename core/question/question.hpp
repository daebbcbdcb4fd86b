#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace examwright {

enum class difficulty { easy, medium, hard };

/// "easy", "medium", "hard".
std::string_view to_string(difficulty level);
/// In any case of letters: "EASY", "easy".
std::optional<difficulty> parse_difficulty(std::string_view text);

/// The number of options of a question that is generated.
inline constexpr std::size_t option_count = 4;
/// The number of options of any other question: imported, edited, or of the old service.
inline constexpr std::size_t fewest_options = 2, most_options = 10;

/// 0 -> 'A'.
char option_letter(std::size_t index);
/// "A" -> 0 ... "J" -> 9; nullopt for anything else.
std::optional<std::size_t> option_index(std::string_view letter);

/// One multiple-choice question. Text is UTF-8.
struct question {
    std::string stem;
    std::vector<std::string> options;  // in the order of their letters
    std::size_t correct = 0;           // index of the key in options
    std::string explanation;
    difficulty level = difficulty::medium;
    std::string topic_slug;
    std::string source_quote;        // words of the document
    std::string idea;                // what it tests, in a few words; empty where nobody told
    std::optional<int> source_page;  // from 1; found by us, never taken from the model
};

}  // namespace examwright
