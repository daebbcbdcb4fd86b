#pragma once

#include <string>

#include "tools/extract/formats/markup_tokenizer.hpp"

namespace examwright::extract {

/// How an element's text looks, as far as it is written at the element or at those around it. What a reader
/// can't see may speak to the model instead.
struct html_look {
    std::string color;       // "#rrggbb", "" where none is written
    std::string background;  // likewise; "?" for a picture, or one that a style sheet may give
    bool tiny = false;

    bool is_seen() const;
};

/// Whether an element and all in it is hidden, whatever the elements in it say.
bool is_hidden(const markup_tag& tag);

/// The look of an element within another one. With `styled`, the page has style sheets, and what has a class
/// may have a background.
html_look look_of(const markup_tag& tag, const html_look& around, bool styled);

}  // namespace examwright::extract
