#pragma once

#include <string>

#include "tools/extract/options.hpp"

namespace examwright::extract {

/// The text of the PDF on stdin, its pages parted by form feeds; not cleaned. failure where it has none, too
/// much or too many pages, or can't be read.
std::string pdf_text(const options& limits);

}  // namespace examwright::extract
