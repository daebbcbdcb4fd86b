#pragma once

#include <cstddef>
#include <vector>

#include "core/document/document_text.hpp"

namespace examwright {

/// A run of whole sentences; [begin, end) are bytes into the document's text. Neighbours overlap.
struct chunk {
    std::size_t begin = 0;
    std::size_t end = 0;
    int first_page = 1;
    int last_page = 1;
};

struct chunk_size {
    std::size_t characters = 1500;  // about so many code points a chunk
    double overlap = 0.2;           // the share of a chunk that is repeated at the start of the next
};

/// Covers the whole text, in order. A sentence longer than a chunk is cut at a space (or a code point).
/// Empty for a text without a sentence.
std::vector<chunk> chunk_document(const document_text& document, chunk_size size = {});

}  // namespace examwright
