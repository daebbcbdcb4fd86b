#pragma once

#include <cstddef>
#include <vector>

#include "tools/extract/formats/pdf_boxes.hpp"
#include "tools/extract/formats/pdf_color.hpp"

namespace examwright::extract {

/// Keeps what was painted on a page, in the order of painting, and tells of text and of what comes over it
/// whether it may be unseen.
class page_ground {
  public:
    /// Text of this colour is written here. Returns false where it may not stand out from its ground.
    bool write(const box& place, const paint_color& color);
    /// An area is painted. Returns false where text lies under it.
    bool fill(const box& place, const paint_color& color);

  private:
    struct area {
        box place;
        paint_color color;
    };

    bool is_affordable(std::size_t comparisons);

    std::vector<box> texts_;
    std::vector<area> areas_;
    std::size_t comparisons_ = 0;
};

}  // namespace examwright::extract
