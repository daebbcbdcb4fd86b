#pragma once

#include <string_view>
#include <vector>

#include "core/document/document_text.hpp"
#include "core/document/quote_finder.hpp"

namespace examwright {

/// The passages around the places, whole sentences each, and those of `also`, in the document's order; what
/// touches is joined into one. Where a quote begins with "That" or "This", the sentence before it is
/// included.
std::vector<std::string_view> passages_around(const document_text& document,
                                              const std::vector<quote_place>& places,
                                              const std::vector<passage>& also = {});

}  // namespace examwright
