#include "tools/extract/formats/pdf_color.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "tools/extract/formats/qpdf.hpp"

namespace examwright::extract {

namespace {

color_space of_components(int count) {
    return count == 1 ? color_space::gray : count == 3 ? color_space::rgb : color_space::cmyk;
}

color_space of_family(const std::string& family) {
    if (family == "/DeviceGray" || family == "/CalGray" || family == "/G")
        return color_space::gray;
    if (family == "/DeviceRGB" || family == "/CalRGB" || family == "/RGB")
        return color_space::rgb;
    if (family == "/DeviceCMYK" || family == "/CMYK")
        return color_space::cmyk;
    if (family == "/Lab")
        return color_space::lightness;
    return family == "/Separation" || family == "/DeviceN" ? color_space::ink : color_space::other;
}

color_space of_array(QPDFObjectHandle space) {
    auto family = space.getArrayItem(0);
    if (!family.isName())
        return color_space::other;
    if (family.getName() != "/ICCBased")
        return of_family(family.getName());
    auto profile = space.getArrayItem(1);
    auto components = profile.isStream() ? profile.getDict().getKey("/N") : QPDFObjectHandle();
    return components.isInteger() ? of_components(components.getIntValueAsInt()) : color_space::other;
}

paint_color gray(float light) {
    return {.red = light, .green = light, .blue = light};
}

paint_color color_of(color_space space, const std::vector<content_operand>& operands) {
    const auto value = [&](std::size_t i) {
        return i < operands.size() ? std::clamp(operands[i].number, 0.0F, 1.0F) : 0.0F;
    };
    const bool is_pattern = !operands.empty() && operands.back().type != content_operand::kind::number;
    if (is_pattern || operands.empty())
        return {.known = false};
    switch (space) {
        case color_space::gray: return gray(value(0));
        case color_space::rgb: return {.red = value(0), .green = value(1), .blue = value(2)};
        case color_space::cmyk:
            return {.red = (1 - value(0)) * (1 - value(3)),
                    .green = (1 - value(1)) * (1 - value(3)),
                    .blue = (1 - value(2)) * (1 - value(3))};
        case color_space::lightness: return gray(operands[0].number / 100);
        case color_space::ink: {
            float most = 0;
            for (std::size_t i = 0; i < operands.size(); ++i)
                most = std::max(most, value(i));
            return gray(1 - most);
        }
        case color_space::other: break;
    }
    return {.known = false};
}

}  // namespace

bool paint_color::is_pale() const {
    constexpr float pale = 0.87F;
    return !known || std::min({red, green, blue}) > pale;
}

bool paint_color::is_close_to(const paint_color& other) const {
    constexpr float hardly_seen = 0.13F;
    return std::max({std::abs(red - other.red), std::abs(green - other.green), std::abs(blue - other.blue)}) <
           hardly_seen;
}

color_space color_space_of(std::string_view name, QPDFObjectHandle resources) {
    const auto key = "/" + std::string(name);
    auto found = resources.getKeyIfDict("/ColorSpace").getKeyIfDict(key);
    if (found.isArray() && found.getArrayNItems() > 0)
        return of_array(found);
    return of_family(found.isName() ? found.getName() : key);
}

void current_color::begin(color_space space) {
    // Black, or all of an ink: only spaces that are not known have other colours at first.
    space_ = space;
    value_ = {.known = space != color_space::other};
}

void current_color::set(color_space space, const std::vector<content_operand>& operands) {
    space_ = space;
    value_ = color_of(space, operands);
}

}  // namespace examwright::extract
