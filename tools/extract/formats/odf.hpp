#pragma once

#include <string_view>

#include "tools/extract/formats/blocks.hpp"

namespace examwright::extract {

/// Reads an OpenDocument text or presentation: without tracked changes, comments, hidden text, heads and
/// feet; notes stand after their paragraph. Pages are those of its page breaks, else of about 3,000
/// characters; of a presentation its slides.
extracted read_odf(std::string_view bytes);

}  // namespace examwright::extract
