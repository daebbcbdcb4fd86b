#pragma once

#include <cstddef>

class QPDFObjectHandle;

namespace examwright::extract {

/// What a page's content draws, without drawing it.
struct page_paint {
    /// Some of its text may not be seen: invisible, transparent, clipped, covered, in the colour of its
    /// ground or in one that is not known. Whoever needs to know draws the page.
    bool may_hide_text = false;
    bool shows_text = false;
    std::size_t picture_pixels = 0;  // of all its pictures
    std::size_t path_points = 0;     // of its lines and shapes
};

/// Of a page that can't be followed.
inline constexpr page_paint unknown_paint{
    .may_hide_text = true, .shows_text = true, .picture_pixels = std::size_t{1} << 32, .path_points = 0};

/// All content of a document that is followed, in bytes.
inline constexpr std::size_t most_content_bytes = 256u << 20;

/// Follows the operations of a page's content, of the forms it draws and of its annotations (ISO 32000-1, 8
/// and 9). The content's bytes are taken off `bytes_left`; where they don't suffice it throws
/// content_too_long. Throws what qpdf throws of objects that make no sense.
page_paint paint_of(QPDFObjectHandle page, std::size_t& bytes_left);

}  // namespace examwright::extract
