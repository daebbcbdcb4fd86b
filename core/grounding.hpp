#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "core/document_text.hpp"

namespace examwright {

/// Where a quote stands in a document: bytes [begin, end) of its text, and the page of begin.
struct quote_place {
    std::size_t begin = 0;
    std::size_t end = 0;
    int page = 1;
};

/// Looks a quote up in [begin, end) of the document's text: white space, case, soft and end-of-line hyphens,
/// ligatures, quotation marks and dashes are evened out, then an exact match; then a near match by words (OCR
/// noise). A quote of fewer than 3 words (or, in scripts without spaces, 6 characters) is no ground: nothing.
/// Source: reference rule "Grounding": the page is our own look-up, never the model's say-so.
std::optional<quote_place> find_quote(const document_text& document, std::size_t begin, std::size_t end,
                                      std::string_view quote);

/// The passage around a place, widened to whole sentences on both sides by about margin bytes, clipped to
/// [begin, end).
struct passage {
    std::size_t begin = 0;
    std::size_t end = 0;
};
passage passage_around(const document_text& document, quote_place place, std::size_t margin = 400);

}  // namespace examwright
