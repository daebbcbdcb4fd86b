#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "core/document/document_text.hpp"
#include "core/text/folded_text.hpp"
#include "core/text/near_matcher.hpp"

namespace examwright {

/// Where a quote stands in a document: bytes [begin, end) of its text, and the page of begin.
struct quote_place {
    std::size_t begin = 0;
    std::size_t end = 0;
    int page = 1;
    bool exact = true;  // word for word, else nearly
};

/// A quote without the page that models write before or behind it: "Page 1: ...", "“...” (p. 1)".
std::string_view without_page_reference(std::string_view quote);

/// A stretch of a document made ready to look many quotes up in. The document must outlive it.
class quote_finder {
  public:
    /// The bytes [begin, end) of the document's text.
    quote_finder(const document_text& document, std::size_t begin, std::size_t end);
    quote_finder(const quote_finder&) = delete;
    quote_finder& operator=(const quote_finder&) = delete;

    /// As find_quote().
    std::optional<quote_place> find(std::string_view quote) const;

  private:
    std::optional<quote_place> find_exact(std::string_view folded, std::size_t from = 0) const;
    std::optional<quote_place> find_elided(const std::vector<folded_text>& parts) const;
    quote_place place(std::size_t first, std::size_t last, bool exact) const;

    const document_text& document_;
    folded_text stretch_;
    near_matcher near_;
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
