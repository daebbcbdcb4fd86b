#pragma once

#include <string_view>

#include "tools/extract/formats/blocks.hpp"

namespace examwright::extract {

/// Reads an e-book: each document of its spine a chapter, in the order of the spine. The cover, the
/// navigation and what the spine calls not linear are left out. Throws a failure (encrypted) for one whose
/// texts are.
extracted read_epub(std::string_view bytes);

}  // namespace examwright::extract
