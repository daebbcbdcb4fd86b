#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/language/language.hpp"
#include "core/problem.hpp"

namespace examwright {

/// The language that a test is asked for in, as the prompt names it: of the six that we have word lists for,
/// codes and own names become the English name ("de", "Deutsch": "German"); any other name is taken as it is.
/// A problem for what can be no name.
result<std::string> read_output_language(std::string_view text);

/// The codes (ISO 639-1) of the languages that we have word lists for.
std::vector<std::string_view> output_language_codes();

/// unknown for one that we have no word lists for.
language language_named(std::string_view english_name);

}  // namespace examwright
