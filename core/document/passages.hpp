#pragma once

#include <string_view>
#include <vector>

#include "core/document/document_text.hpp"
#include "core/document/quote_finder.hpp"

namespace examwright {

/// The passages around the places, in the document's order, those that touch joined into one.
std::vector<std::string_view> passages_around(const document_text& document,
                                              const std::vector<quote_place>& places);

}  // namespace examwright
