#pragma once

#include "tools/extract/formats/pdf_boxes.hpp"

class QPDFObjectHandle;

namespace examwright::extract {

/// A transformation of coordinates (ISO 32000-1, 8.3.3).
struct matrix {
    float a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

    /// This one, then the other.
    matrix then(const matrix& other) const;
    box point(float x, float y) const;
    /// The smallest upright box around a transformed one.
    box around(const box& from) const;
};

/// As a PDF's array gives it; one that changes nothing where it is no matrix.
matrix matrix_of(QPDFObjectHandle array);

/// The rectangle in a PDF's array, an empty one where it is none.
box rectangle_of(QPDFObjectHandle array);

}  // namespace examwright::extract
