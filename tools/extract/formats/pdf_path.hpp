#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "tools/extract/formats/pdf_matrix.hpp"

namespace examwright::extract {

/// A path under construction, as the areas that it may fill: each of its rectangles, or the box around it.
class content_path {
  public:
    void add_point(const matrix& to_page, float x, float y);
    void add_rectangle(const matrix& to_page, const box& rectangle);
    /// The box around all of it; an empty one where there is nothing.
    box around() const { return around_.value_or(box{}); }
    /// Its rectangles where it has nothing else.
    const std::vector<box>* rectangles() const { return is_rectangles_ ? &rectangles_ : nullptr; }

  private:
    void grow(const box& by);

    std::optional<box> around_;
    std::vector<box> rectangles_;
    bool is_rectangles_ = true;
};

}  // namespace examwright::extract
