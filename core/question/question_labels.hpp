#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace examwright {

// What counts options and questions before their texts, and is no part of them.

/// "b) ", "(B) ", "B. ", "Option B: " before a text: the letter's index and what follows.
struct option_label {
    std::size_t index = 0;
    bool certain = false;  // a bracket, not "A. Einstein"
    std::string_view rest;
};
std::optional<option_label> read_option_label(std::string_view text);

/// What counts options: "A", "1", "iv".
enum class label_series { letters, numbers, romans };
/// The label of a series in any spelling: "A - ", "B：", "2. ", "iii) ", or nothing but "2" or "iii".
std::optional<option_label> read_series_label(std::string_view text, label_series series);

/// Takes the labels off where they are labels: every option has one, or one has its own place's in brackets.
/// Returns the series of those that read_option_label() does not know.
std::optional<label_series> strip_option_labels(std::vector<std::string>& options);

/// The number before a stem, "3. ", "(3) " or "Question 3: ", and what follows.
struct stem_number {
    int number = 0;
    bool named = false;    // "Question 3:": no stem begins so by itself
    bool ordinal = false;  // it may belong to the stem's first word: "1. Weltkrieg"
    std::string_view rest;
};
std::optional<stem_number> read_stem_number(std::string_view stem);

}  // namespace examwright
