#pragma once

#include <string_view>

/// The files of a QTI 2.1 package, with {names} for what expand_template() puts in.
namespace examwright::qti_parts {

extern const std::string_view manifest;             // {test} {dependencies} {items}
extern const std::string_view manifest_dependency;  // {item}
extern const std::string_view manifest_item;        // {item} {file}

extern const std::string_view assessment;       // {test} {title} {items}
extern const std::string_view assessment_item;  // {item} {file}

/// Scored by the standard's own template, which every reader knows. It leaves FEEDBACK as it is declared, so
/// that the feedback is shown whatever was answered.
extern const std::string_view item;      // {item} {title} {key} {lines} {prompt} {choices} {feedback}
extern const std::string_view prompt;    // {stem}
extern const std::string_view choice;    // {letter} {text}
extern const std::string_view feedback;  // {content}

}  // namespace examwright::qti_parts
