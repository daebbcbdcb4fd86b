#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/document/block_kind.hpp"
#include "core/document/extraction_protocol.hpp"

namespace examwright::extract {

/// A paragraph, a heading, a table and so on. Its text is UTF-8, its lines ended by \n; of a table each row
/// is a line, its cells parted by " | ". It needs no cleaning by its reader: assemble() does that.
struct block {
    block_kind kind = block_kind::prose;
    std::string text;
    /// The sentence at its end goes on in the next block of prose (a column or page that ends within it).
    bool goes_on = false;
};

struct page {
    std::vector<block> blocks;
};

/// What the reader of a format returns: read_docx(...), read_pdf(...) and so on. It throws a failure where
/// the document can't be read.
struct extracted {
    std::vector<page> pages;
    std::string page_name = "page";  // page, slide, chapter, section, minute
    std::vector<int> ocr_pages;      // counted from 1
    std::vector<int> unread_pages;
};

/// Pages of plain text, parted by form feeds, its paragraphs by blank lines.
extracted paragraphs_of(std::string_view text);

/// The text of all pages, parted by form feeds, its blocks by blank lines, cleaned (clean.hpp), and where
/// each block stands in it. A block without text is left out; those beyond 400,000 have no span.
extraction_report assemble(const extracted& document);

}  // namespace examwright::extract
