#pragma once

#include <string>
#include <string_view>

namespace examwright {

// What models write around a text that is no part of it: tags and entities of HTML, asterisks of Markdown.

/// A text without HTML tags that format it, its entities decoded, its bold asterisks off.
std::string without_markup(std::string_view text);

/// Whether a question is about markup, whose tags and entities are its subject.
bool speaks_of_markup(std::string_view stem);

}  // namespace examwright
