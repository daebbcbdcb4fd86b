#pragma once

#include <string_view>

#include "tools/extract/formats/blocks.hpp"

namespace examwright::extract {

/// Reads rich text: letters of any code page, by their font; fields as their results; footnotes after their
/// paragraph; hidden and deleted text, pictures, objects, heads and feet out. Pages are those of its page
/// breaks, else of about 3,000 characters.
extracted read_rtf(std::string_view bytes);

}  // namespace examwright::extract
