#include "tools/extract/formats/pdf_matrix.hpp"

#include <algorithm>

#include "tools/extract/formats/qpdf.hpp"

namespace examwright::extract {

matrix matrix::then(const matrix& other) const {
    return {.a = a * other.a + b * other.c,
            .b = a * other.b + b * other.d,
            .c = c * other.a + d * other.c,
            .d = c * other.b + d * other.d,
            .e = e * other.a + f * other.c + other.e,
            .f = e * other.b + f * other.d + other.f};
}

box matrix::point(float x, float y) const {
    constexpr float farthest = 1e6F;
    const float to_x = std::clamp(a * x + c * y + e, -farthest, farthest);
    const float to_y = std::clamp(b * x + d * y + f, -farthest, farthest);
    return {to_x, to_y, to_x, to_y};
}

box matrix::around(const box& from) const {
    box all = point(from.x0, from.y0);
    all.add(point(from.x1, from.y0));
    all.add(point(from.x0, from.y1));
    all.add(point(from.x1, from.y1));
    return all;
}

matrix matrix_of(QPDFObjectHandle array) {
    if (!array.isMatrix())
        return {};
    const auto m = array.getArrayAsMatrix();
    return {static_cast<float>(m.a), static_cast<float>(m.b), static_cast<float>(m.c),
            static_cast<float>(m.d), static_cast<float>(m.e), static_cast<float>(m.f)};
}

box rectangle_of(QPDFObjectHandle array) {
    if (!array.isRectangle())
        return {};
    const auto r = array.getArrayAsRectangle();
    return {static_cast<float>(r.llx), static_cast<float>(r.lly), static_cast<float>(r.urx),
            static_cast<float>(r.ury)};
}

}  // namespace examwright::extract
