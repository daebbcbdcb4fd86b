#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tools/extract/formats/blocks.hpp"

namespace examwright::extract {

/// Puts a document together from what a reader finds, block by block and page by page. Throws a failure
/// (too_much_text) beyond 32 MB.
class page_builder {
  public:
    /// A block without text is left out.
    void add(block_kind kind, std::string text);
    /// Where pages are as long as they are: begins one, unless the last is empty.
    void break_page();
    /// Where pages are counted, such as slides: begins the next one in any case.
    void next_page();
    /// For formats without pages: begins one before a heading when the page has about 3,000 characters, or
    /// before another block when it has many more.
    void break_long_page(block_kind next);
    block* last_block();
    extracted take(const char* page_name);

  private:
    extracted document_{{page{}}, "page", {}, {}};
    std::size_t bytes_ = 0;
    std::size_t page_characters_ = 0;
};

/// Appends `next` to `text` with a blank between them, or none where both sides are of a script without
/// blanks.
void append_line(std::string& text, std::string_view next);

/// A raised or lowered piece of text as it is written in a line: with Unicode's raised signs where they are
/// all there, else "^(x-1)" and "_(ij)". `before` is what it stands behind.
std::string raised(std::string_view text, std::string_view before);
std::string lowered(std::string_view text);

}  // namespace examwright::extract
