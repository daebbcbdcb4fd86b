#pragma once

#include <string_view>

/// The files of a QTI 1.2 package, with {names} for what expand_template() puts in.
namespace examwright::canvas_parts {

extern const std::string_view manifest;    // {test}
extern const std::string_view assessment;  // {test} {title} {items}
extern const std::string_view item;        // {item} {title} {stem} {choices} {key} {show_feedback} {feedback}
extern const std::string_view choice;      // {letter} {text}
extern const std::string_view show_feedback;  // shows the feedback whatever was answered
extern const std::string_view feedback;       // {text}

}  // namespace examwright::canvas_parts
