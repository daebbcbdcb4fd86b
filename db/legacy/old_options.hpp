#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace examwright {

/// A question's options as the old service stored them over the years.
struct old_options {
    std::vector<std::string> texts;  // in the order of their letters; "" for a letter without a text
    int cut = 0;                     // more than a question can have
};

/// Reads {"A": "..."}, ["...", ...], [{"label": "A.", "text": "..."}], [{"key": "A", "value": "..."}],
/// [{"A": "..."}] and [["A", "..."]], also as JSON within a JSON string or as Python prints them, and lines
/// "A) ...". A letter that stands before each text, too, is taken off. A number is its text. Four texts at
/// least, all of them "" if nothing can be read.
old_options read_old_options(std::string_view json);

/// Returns the index of a letter: "A", "b", "C.", "(d)", "option_e"; nullopt for anything else.
std::optional<std::size_t> read_old_letter(std::string_view label);

/// Returns a JSON object, also from JSON within a JSON string or as Python prints it; nullopt for anything
/// else.
std::optional<std::string> read_old_object(std::string_view json);

}  // namespace examwright
