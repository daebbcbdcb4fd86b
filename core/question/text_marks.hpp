#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace examwright {

// What models write around a text that is no part of it: the letters of options, numbers of questions, tags
// and entities of HTML, asterisks of Markdown.

/// A text without HTML tags that format it, its entities decoded, its bold asterisks off.
std::string without_markup(std::string_view text);

/// Whether a question is about markup, whose tags and entities are its subject.
bool speaks_of_markup(std::string_view stem);

/// "b) ", "(B) ", "B. ", "Option B: " before a text: the letter's index and what follows.
struct option_label {
    std::size_t index = 0;
    bool certain = false;  // a bracket, not "A. Einstein"
    std::string_view rest;
};
std::optional<option_label> read_option_label(std::string_view text);

/// Takes the labels off where they are labels: every option has one, or one has its own place's in brackets.
void strip_option_labels(std::vector<std::string>& options);

/// The number before a stem, "3. " or "Question 3: ", and what follows.
struct stem_number {
    int number = 0;
    bool named = false;  // "Question 3:": no stem begins so by itself
    std::string_view rest;
};
std::optional<stem_number> read_stem_number(std::string_view stem);

}  // namespace examwright
