#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace examwright {

// The words and letters by which a Word document names right options, in the six languages.

/// "1." "12)" "Question 3:" at the beginning, or "Question 3" alone: the number, which is taken off.
std::optional<int> take_number(std::string_view& text);

/// "A)" "(b)" "c." at the beginning: the option's index, which may be one too many, and what follows; an
/// asterisk may stand before it.
struct lettered_text {
    std::size_t index = 0;
    bool starred = false;
    std::string_view rest;
};
std::optional<lettered_text> read_lettered(std::string_view text);

/// "1", "12.", "Question 3": a number and nothing else.
std::optional<int> lone_number(std::string_view text);

/// Takes off the sign that a teacher puts behind the right option, or before it: "*", "✓", "(correct)".
bool take_sign(std::string_view& text);

/// "Answer: B", "Richtige Antwort: c)", "Answer B": what stands behind the words. Without a colon, letters.
std::optional<std::string_view> answer_in(std::string_view text);

/// "Explanation: ...": what stands behind the word.
std::optional<std::string_view> explanation_in(std::string_view text);

/// "Answer key", "Lösungen:": nothing else.
bool is_key_heading(std::string_view text);
/// "Answer key of version A": a heading of a key, or another line with such a beginning.
bool begins_key_heading(std::string_view text);
bool is_explanation_heading(std::string_view text);

/// "1A 2B", "Key: 1-a, 2-b", "3. B and C": numbers and what names options; empty if there is more in the
/// text.
std::vector<std::pair<int, std::string>> key_entries(std::string_view text);

}  // namespace examwright
