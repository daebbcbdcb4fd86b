#pragma once

#include <string>
#include <string_view>

namespace examwright {

/// Stands in a decoded text where an escape can't be told from a LaTeX command: "\bword" in JSON is a
/// backspace before "word". U+001A SUBSTITUTE, which is no part of any text.
inline constexpr char unreadable_escape = '\x1A';

/// Decodes the body of a JSON string as models write it. The escapes of JSON are decoded, except where they
/// are the beginning of a LaTeX command with one backslash: "\frac", "\nabla", "\rho", "\text", "\beta" stay
/// as they are. A backslash before anything else ("\alpha", "\(") is kept. Halves of surrogate pairs become
/// U+FFFD. A form feed, which is no part of a question but may be a page's end in a quote, is kept.
std::string decode_json_string(std::string_view raw);

}  // namespace examwright
