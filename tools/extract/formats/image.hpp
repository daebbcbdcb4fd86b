#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "tools/extract/formats/blocks.hpp"
#include "tools/extract/options.hpp"

namespace examwright::extract {

/// Reads a photograph or a scan (PNG, JPEG, TIFF with any number of pages) by text recognition.
extracted read_image(const std::string& bytes, const options& wanted);

struct image_size {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
};

/// The size that an image's header tells, of a TIFF its first page's; nullopt where it has none.
std::optional<image_size> image_size_of(std::string_view bytes);

}  // namespace examwright::extract
