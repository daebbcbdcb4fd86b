#include "tools/extract/formats/pdf_paint.hpp"

#include "tools/extract/formats/pdf_painter.hpp"
#include "tools/extract/formats/pdf_stream.hpp"
#include "tools/extract/formats/qpdf.hpp"

namespace examwright::extract {

namespace {

/// Places what an annotation draws in its rectangle (ISO 32000-1, 12.5.5).
matrix placing(QPDFAnnotationObjectHelper& annotation, QPDFObjectHandle drawn) {
    auto dictionary = drawn.getDict();
    const auto from =
        matrix_of(dictionary.getKey("/Matrix")).around(rectangle_of(dictionary.getKey("/BBox")));
    const auto to = rectangle_of(annotation.getObjectHandle().getKey("/Rect"));
    const float wider = from.width() > 0 ? to.width() / from.width() : 1;
    const float higher = from.height() > 0 ? to.height() / from.height() : 1;
    return {.a = wider, .d = higher, .e = to.x0 - from.x0 * wider, .f = to.y0 - from.y0 * higher};
}

/// What is laid over the page: notes, marks, fields of forms.
void draw_annotations(QPDFPageObjectHelper& page, content_painter& painter) {
    for (auto& annotation : page.getAnnotations()) {
        auto drawn = annotation.getAppearanceStream("/N");
        const bool is_shown = (annotation.getFlags() & (an_hidden | an_no_view)) == 0;
        if (drawn.isStream() && is_shown)
            painter.draw_form(drawn, placing(annotation, drawn));
    }
}

}  // namespace

page_paint paint_of(QPDFObjectHandle page, std::size_t& bytes_left) {
    page_paint found;
    QPDFPageObjectHelper helper(page);
    content_painter painter(found, bytes_left);
    painter.follow(content_of_page(page, bytes_left), helper.getAttribute("/Resources", false));
    draw_annotations(helper, painter);
    return found;
}

}  // namespace examwright::extract
