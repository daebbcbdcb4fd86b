#include "tools/extract/formats/pdf_painter.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "tools/extract/formats/pdf_stream.hpp"

namespace examwright::extract {

namespace {

constexpr int strokes_text = 1, shows_nothing = 3, strokes_and_clips = 5, only_clips = 7;

box overlap(const box& a, const box& b) {
    return {std::max(a.x0, b.x0), std::max(a.y0, b.y0), std::min(a.x1, b.x1), std::min(a.y1, b.y1)};
}

bool is_empty(const box& place) {
    return place.x0 > place.x1 || place.y0 > place.y1;
}

std::size_t whole_number(QPDFObjectHandle value) {
    return value.isInteger() ? static_cast<std::size_t>(std::max(value.getIntValueAsInt(), 0)) : 0;
}

std::string key_of(std::string_view name) {
    return "/" + std::string(name);
}

/// An operation as a number; it has up to three letters.
constexpr unsigned code(std::string_view operation) {
    unsigned packed = 0;
    for (const char c : operation.substr(0, 4))
        packed = packed << 8 | static_cast<unsigned char>(c);
    return packed;
}

}  // namespace

void content_painter::follow(std::string_view content, QPDFObjectHandle resources,
                             const graphics_state& begin) {
    content_reader reader(content);
    const auto* const outer_reader = std::exchange(reader_, &reader);
    auto outer_resources = std::exchange(resources_, resources);
    auto outer_saved = std::exchange(saved_, {});
    const auto outer_state = std::exchange(state_, begin);
    while (reader.next())
        run();
    state_ = outer_state;
    reader_ = outer_reader;
    resources_ = outer_resources;
    saved_ = std::move(outer_saved);
}

void content_painter::draw_form(QPDFObjectHandle form, const matrix& placed) {
    constexpr int deepest = 12;
    if (depth_ == deepest)
        throw content_too_long();  // it may draw itself
    ++depth_;
    auto dictionary = form.getDict();
    auto begin = state_;
    begin.to_page = matrix_of(dictionary.getKey("/Matrix")).then(placed);
    if (auto bounds = dictionary.getKey("/BBox"); bounds.isRectangle())
        begin.clip = overlap(begin.clip, begin.to_page.around(rectangle_of(bounds)));
    auto own = dictionary.getKey("/Resources");
    follow(content_of_form(form, bytes_left_), own.isDictionary() ? own : resources_, begin);
    --depth_;
}

/// The operations that decide what can be seen (ISO 32000-1, annex A).
void content_painter::run() {
    switch (code(reader_->operation())) {
        case code("q"): return save();
        case code("Q"): return restore();
        case code("cm"): state_.to_page = operand_matrix().then(state_.to_page); break;
        case code("gs"): return set_graphics_state();
        case code("Do"): return draw_object();
        case code("ID"): return draw_inline_picture();
        case code("sh"): return cover(state_.clip, {.known = false});

        case code("g"): return state_.fill.set(color_space::gray, operands());
        case code("rg"): return state_.fill.set(color_space::rgb, operands());
        case code("k"): return state_.fill.set(color_space::cmyk, operands());
        case code("cs"): return state_.fill.begin(color_space_of(name(), resources_));
        case code("sc"):
        case code("scn"): return state_.fill.set(operands());
        case code("G"): return state_.stroke.set(color_space::gray, operands());
        case code("RG"): return state_.stroke.set(color_space::rgb, operands());
        case code("K"): return state_.stroke.set(color_space::cmyk, operands());
        case code("CS"): return state_.stroke.begin(color_space_of(name(), resources_));
        case code("SC"):
        case code("SCN"): return state_.stroke.set(operands());

        case code("m"):
        case code("l"): return add_point(number(0), number(1));
        case code("c"):
        case code("v"):
        case code("y"): return add_curve();
        case code("re"): return add_rectangle();
        case code("W"):
        case code("W*"): path_clips_ = true; break;
        case code("f"):
        case code("F"):
        case code("f*"):
        case code("B"):
        case code("B*"):
        case code("b"):
        case code("b*"): return fill_path();
        case code("n"):
        case code("S"):
        case code("s"): return end_path();
        default: return run_text_operation();
    }
}

void content_painter::run_text_operation() {
    switch (code(reader_->operation())) {
        case code("BT"): line_ = text_ = {}; break;
        case code("Tf"): state_.font_size = number(1); break;
        case code("TL"): state_.leading = number(0); break;
        case code("Tr"): state_.text_mode = static_cast<int>(std::clamp(number(0), 0.0F, 7.0F)); break;
        case code("Tm"): line_ = text_ = operand_matrix(); break;
        case code("Td"): return move_to_line(number(0), number(1));
        case code("TD"): state_.leading = -number(1); return move_to_line(number(0), number(1));
        case code("T*"): return move_to_line(0, -state_.leading);
        case code("'"):
        case code("\""): move_to_line(0, -state_.leading); return show_text();
        case code("Tj"):
        case code("TJ"): return show_text();
        default: break;
    }
}

void content_painter::save() {
    constexpr std::size_t most_saved = 1000;
    if (saved_.size() < most_saved)
        saved_.push_back(state_);
    else
        found_.may_hide_text = true;
}

void content_painter::restore() {
    if (saved_.empty())
        return;
    state_ = saved_.back();
    saved_.pop_back();
}

void content_painter::set_graphics_state() {
    constexpr double faint = 0.15;
    auto settings = resources_.getKeyIfDict("/ExtGState").getKeyIfDict(key_of(name()));
    auto opacity = settings.getKeyIfDict("/ca"), mask = settings.getKeyIfDict("/SMask");
    if (opacity.isNumber())
        state_.is_faded = opacity.getNumericValue() < faint;
    if (mask.isDictionary())
        state_.is_faded = true;
    else if (mask.isName() && !opacity.isNumber())
        state_.is_faded = false;
}

void content_painter::draw_object() {
    auto drawn = resources_.getKeyIfDict("/XObject").getKeyIfDict(key_of(name()));
    if (!drawn.isStream())
        return;
    auto dictionary = drawn.getDict();
    if (dictionary.getKey("/Subtype").isNameAndEquals("/Form"))
        draw_form(drawn, state_.to_page);
    else
        draw_picture(whole_number(dictionary.getKey("/Width")), whole_number(dictionary.getKey("/Height")));
}

void content_painter::draw_inline_picture() {
    std::size_t width = 0, height = 0;
    for (std::size_t i = 0; i + 1 < operands().size(); i += 2) {
        const auto key = operands()[i].name;
        const auto value = static_cast<std::size_t>(std::clamp(number(i + 1), 0.0F, 1e5F));
        if (key == "W" || key == "Width")
            width = value;
        else if (key == "H" || key == "Height")
            height = value;
    }
    draw_picture(width, height);
}

void content_painter::draw_picture(std::size_t width, std::size_t height) {
    found_.picture_pixels += width * height;
    cover(state_.to_page.around({0, 0, 1, 1}), {.known = false});
}

void content_painter::add_point(float x, float y) {
    ++found_.path_points;
    path_.add_point(state_.to_page, x, y);
}

void content_painter::add_curve() {
    for (std::size_t i = 0; i + 1 < operands().size(); i += 2)
        add_point(number(i), number(i + 1));
}

void content_painter::add_rectangle() {
    found_.path_points += 4;
    path_.add_rectangle(state_.to_page, {number(0), number(1), number(0) + number(2), number(1) + number(3)});
}

void content_painter::fill_path() {
    if (const auto* rectangles = path_.rectangles())
        for (const auto& each : *rectangles)
            cover(each, state_.fill.value());
    else
        cover(path_.around(), {.known = false});
    end_path();
}

void content_painter::end_path() {
    if (path_clips_)
        state_.clip = overlap(state_.clip, path_.around());
    path_clips_ = false;
    path_ = {};
}

void content_painter::cover(const box& place, const paint_color& color) {
    const auto seen = overlap(place, state_.clip);
    if (!is_empty(seen) && !ground_.fill(seen, state_.is_faded ? paint_color{.known = false} : color))
        found_.may_hide_text = true;
}

void content_painter::move_to_line(float x, float y) {
    line_ = matrix{.e = x, .f = y}.then(line_);
    text_ = line_;
}

/// The width of the letters stands in the font, and is guessed here: half of their height, or all of it where
/// they have two bytes.
void content_painter::show_text() {
    std::size_t bytes = 0;
    for (const auto& operand : operands())
        bytes += operand.bytes;
    if (bytes == 0)
        return;
    found_.shows_text = true;
    const float width = static_cast<float>(bytes) * state_.font_size / 2;
    const auto place =
        text_.then(state_.to_page).around({0, -0.2F * state_.font_size, width, 0.7F * state_.font_size});
    text_ = matrix{.e = width}.then(text_);
    const int mode = state_.text_mode;
    const bool is_shown = mode != shows_nothing && mode != only_clips && !state_.is_faded &&
                          !is_empty(overlap(place, state_.clip));
    const auto& color = mode == strokes_text || mode == strokes_and_clips ? state_.stroke : state_.fill;
    if (!ground_.write(place, color.value()) || !is_shown)
        found_.may_hide_text = true;
}

matrix content_painter::operand_matrix() const {
    return {number(0), number(1), number(2), number(3), number(4), number(5)};
}

std::string_view content_painter::name() const {
    return operands().empty() ? std::string_view() : operands().back().name;
}

}  // namespace examwright::extract
