#pragma once

#include <string>

#include "tools/extract/formats/blocks.hpp"
#include "tools/extract/options.hpp"

namespace examwright::extract {

/// Reads a photograph or a scan (PNG, JPEG, TIFF with any number of pages) by text recognition.
extracted read_image(const std::string& bytes, const options& wanted);

}  // namespace examwright::extract
