#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "tools/extract/formats/pdf_color.hpp"
#include "tools/extract/formats/pdf_content.hpp"
#include "tools/extract/formats/pdf_ground.hpp"
#include "tools/extract/formats/pdf_matrix.hpp"
#include "tools/extract/formats/pdf_paint.hpp"
#include "tools/extract/formats/pdf_path.hpp"
#include "tools/extract/formats/qpdf.hpp"

namespace examwright::extract {

/// What `q` saves and `Q` restores (ISO 32000-1, 8.4).
struct graphics_state {
    matrix to_page;
    box clip{-1e6F, -1e6F, 1e6F, 1e6F};
    current_color fill, stroke;
    bool is_faded = false;  // transparent, or seen through a mask
    int text_mode = 0;
    float font_size = 1, leading = 0;
};

/// Follows the operations of contents, as far as they decide what can be seen.
class content_painter {
  public:
    content_painter(page_paint& found, std::size_t& bytes_left) : found_(found), bytes_left_(bytes_left) {}

    void follow(std::string_view content, QPDFObjectHandle resources, const graphics_state& begin = {});
    /// Follows a form, placed by this matrix in the space that it is drawn from.
    void draw_form(QPDFObjectHandle form, const matrix& placed);

  private:
    void run();
    void run_text_operation();
    void save();
    void restore();
    void set_graphics_state();
    void draw_object();
    void draw_picture(std::size_t width, std::size_t height);
    void draw_inline_picture();
    void add_point(float x, float y);
    void add_curve();
    void add_rectangle();
    void fill_path();
    void end_path();
    void cover(const box& place, const paint_color& color);
    void move_to_line(float x, float y);
    void show_text();

    float number(std::size_t index) const { return reader_->number(index); }
    const std::vector<content_operand>& operands() const { return reader_->operands(); }
    matrix operand_matrix() const;
    /// The last operand, where it is a name.
    std::string_view name() const;

    page_paint& found_;
    std::size_t& bytes_left_;
    page_ground ground_;
    graphics_state state_;
    std::vector<graphics_state> saved_;
    const content_reader* reader_ = nullptr;  // of the content that is followed
    QPDFObjectHandle resources_;              // its own
    content_path path_;
    bool path_clips_ = false;
    matrix line_, text_;
    int depth_ = 0;
};

}  // namespace examwright::extract
