#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace examwright::extract {

struct image_page {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::size_t offset = 0;  // of a TIFF: where the page's directory begins; 0 for the first
};

/// The pages that an image's headers tell, one of a PNG or a JPEG; those whose size is 0 or cut off end the
/// list. Nothing is decoded.
std::vector<image_page> image_pages_of(std::string_view bytes);

}  // namespace examwright::extract
