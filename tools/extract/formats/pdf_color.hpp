#pragma once

#include <string_view>
#include <vector>

#include "tools/extract/formats/pdf_content.hpp"

class QPDFObjectHandle;

namespace examwright::extract {

/// A colour on the screen, from 0 to 1 each, as nearly as tells what stands out from what.
struct paint_color {
    bool known = true;  // false: a pattern, a picture
    float red = 0, green = 0, blue = 0;

    bool is_pale() const;
    bool is_close_to(const paint_color& other) const;
};

/// How the operands of a colour are to be understood (ISO 32000-1, 8.6).
enum class color_space { gray, rgb, cmyk, lightness, ink, other };

/// The colour space of this name among a content's resources.
color_space color_space_of(std::string_view name, QPDFObjectHandle resources);

/// The colour that is painted with, and the space that its numbers are in.
class current_color {
  public:
    const paint_color& value() const { return value_; }
    void begin(color_space space);
    void set(color_space space, const std::vector<content_operand>& operands);
    void set(const std::vector<content_operand>& operands) { set(space_, operands); }

  private:
    color_space space_ = color_space::gray;
    paint_color value_;
};

}  // namespace examwright::extract
