#pragma once

#include <string_view>

/// What is the same in every Word document that we write (ECMA-376, parts 1 and 2).
namespace examwright::docx_parts {

extern const std::string_view content_types;
extern const std::string_view package_relations;
extern const std::string_view document_relations;

/// The styles by which paragraphs name what they hold: Title, Heading1, NextPart (a Heading1 on a new page),
/// Question, Option, LastOption, Key, Answer, Explanation, Quote, Source.
extern const std::string_view styles;  // {language}

extern const std::string_view settings;

/// The lists by whose numbers paragraphs name theirs: 1 the questions with the options below them, 2 the key,
/// 3 the explanations.
extern const std::string_view numbering;

extern const std::string_view properties;  // {title} {language}, as in expand_template()
extern const std::string_view document;    // {paragraphs}

}  // namespace examwright::docx_parts
