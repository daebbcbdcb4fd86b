#pragma once

#include <string>
#include <string_view>

namespace examwright {

/// How Moodle was told to show a text.
enum class moodle_format { automatic, html, plain, markdown };

/// Returns a text as plain text, as Moodle shows it: HTML's markup in all but `plain`, Markdown's in
/// `markdown`, line breaks in all but `html`.
std::string moodle_text(std::string_view text, moodle_format format);

}  // namespace examwright
