#include "tools/extract/formats/pdf_path.hpp"

namespace examwright::extract {

void content_path::add_point(const matrix& to_page, float x, float y) {
    grow(to_page.point(x, y));
    is_rectangles_ = false;
}

void content_path::add_rectangle(const matrix& to_page, const box& rectangle) {
    rectangles_.push_back(to_page.around(rectangle));
    grow(rectangles_.back());
    const bool is_upright = (to_page.b == 0 && to_page.c == 0) || (to_page.a == 0 && to_page.d == 0);
    is_rectangles_ = is_rectangles_ && is_upright;
}

void content_path::grow(const box& by) {
    if (around_)
        around_->add(by);
    else
        around_ = by;
}

}  // namespace examwright::extract
