#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/document/block_kind.hpp"

namespace examwright {

/// Marks what a reader of the format could not know: tables of contents and indexes (contents) and lists of
/// references, by the headings over them and by lines that end with page numbers. The spans are those of
/// the text's blocks, in order.
std::vector<block_span> mark_structure(std::string_view text, std::vector<block_span> spans);

/// What the title over a section says of what stands below it: contents or references, if either.
std::optional<block_kind> kind_below(std::string_view title);

}  // namespace examwright
