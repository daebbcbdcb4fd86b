#pragma once

#include <cstddef>

#include "tools/extract/formats/pgm_image.hpp"

namespace examwright::extract {

/// About how many letters a page has that is drawn at 200 dots an inch: marks of a letter's size, wide ones
/// for several. It stops counting at `enough`.
std::size_t count_letter_marks(const pgm_image& image, std::size_t enough);

}  // namespace examwright::extract
