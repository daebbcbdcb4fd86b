#pragma once

#include <vector>

#include "core/document/chunks.hpp"
#include "core/document/document_text.hpp"

namespace examwright {

/// How much of each chunk is prose that questions can be asked about, 0..1: sentences count, contents pages,
/// indexes, references, version lists and tables of numbers don't. 0 for a chunk that holds next to none; all
/// 1 if no chunk holds any.
std::vector<double> weights_of(const std::vector<chunk>& chunks, const document_text& document);

/// Whether a sentence, or a line that stands for one, is prose.
bool is_prose(std::string_view sentence);

}  // namespace examwright
