#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/document/document_text.hpp"
#include "core/document/lines.hpp"

namespace examwright {

/// The lines of a document that are entries of its contents, its references or its version history, in order:
/// told by a heading over them, or by what such entries hold (authors' initials, a volume and pages, a
/// version and a date).
std::vector<text_line> listed_lines(const document_text& document);

/// How many of the signs a text has by which sources are named: "doi:", "ISBN", "pp. ", "et al." ...
std::size_t count_source_signs(std::string_view text);

}  // namespace examwright
