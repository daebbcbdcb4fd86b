#include "tools/extract/formats/html_look.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace examwright::extract {

namespace {

using namespace std::string_view_literals;

using declarations = std::vector<std::pair<std::string, std::string>>;

std::string lower_without_blanks(std::string_view text) {
    std::string out;
    for (const char c : text)
        if (c != ' ' && c != '\t' && c != '\n' && c != '\r')
            out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return out;
}

declarations read_style(std::string_view style) {
    declarations read;
    const auto plain = lower_without_blanks(style);
    for (std::string_view rest = plain; !rest.empty();) {
        const auto end = std::min(rest.find(';'), rest.size());
        const auto each = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const auto colon = each.find(':');
        if (colon == each.npos)
            continue;
        const auto value = each.substr(colon + 1);
        read.emplace_back(each.substr(0, colon), value.substr(0, value.find("!important")));
    }
    return read;
}

struct length {
    double value = 0;
    std::string_view unit;
};

std::optional<length> read_length(std::string_view text) {
    length read;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), read.value);
    if (error != std::errc())
        return std::nullopt;
    read.unit = text.substr(static_cast<std::size_t>(end - text.data()));
    return read;
}

bool is_zero(std::string_view text) {
    const auto read = read_length(text);
    return read && read->value == 0;
}

/// Farther to the left or above than any screen is wide.
bool is_off_screen(std::string_view text) {
    const auto read = read_length(text);
    const bool relative = read && (read->unit == "em" || read->unit == "rem" || read->unit == "%" ||
                                   read->unit == "vw" || read->unit == "vh");
    return read && read->value <= (relative ? -90 : -900);
}

/// Nothing, or a dot.
bool is_tiny(std::string_view size) {
    const auto read = read_length(size);
    if (!read)
        return false;
    const double dot = read->unit == "px" || read->unit == "pt"    ? 1
                       : read->unit == "em" || read->unit == "rem" ? 0.1
                       : read->unit == "%"                         ? 10
                                                                   : 0;
    return read->value <= dot;
}

/// "rect(0,0,0,0)", "rect(1px 1px 1px 1px)".
bool is_empty_clip(std::string_view value) {
    return value.starts_with("rect(") && value.substr(5).find_first_not_of("01px,)") == value.npos;
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> color_names = {
    {{"white", "#ffffff"}, {"snow", "#ffffff"}, {"ivory", "#ffffff"}, {"black", "#000000"}}};

bool is_hex_color(std::string_view text) {
    return text.starts_with('#') && text.find_first_not_of("0123456789abcdef", 1) == text.npos;
}

/// "rgb(255,255,255)" as "#ffffff"; "transparent" where nothing of it is seen.
std::string read_rgb(std::string_view text) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string color = "#";
    int parts = 0;
    for (auto rest = text.substr(text.find('(') + 1); !rest.empty(); ++parts) {
        const auto end = std::min(rest.find_first_of(",/)"), rest.size());
        const auto read = read_length(rest.substr(0, end));
        if (!read)
            break;
        const double most = read->unit == "%" ? 100 : 255;
        const auto level = static_cast<std::size_t>(std::clamp(read->value / most, 0.0, 1.0) * 255);
        if (parts < 3)
            (color += digits[level / 16]) += digits[level % 16];
        else if (read->value == 0)
            return "transparent";
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return parts < 3 ? std::string(text) : color;
}

/// One way of writing each color; what is nearly white is white.
std::string color_of(std::string_view text) {
    std::string color(text);
    for (const auto& [name, value] : color_names)
        if (text == name)
            color = value;
    if (text.starts_with("rgb"))
        color = read_rgb(text);
    if (!is_hex_color(color))
        return color;
    if (color.size() == 5 || color.size() == 9) {  // with how much of it is seen
        const auto seen = color.substr(color.size() == 5 ? 4 : 7);
        if (seen.find_first_not_of('0') == seen.npos)
            return "transparent";
        color.resize(color.size() - seen.size());
    }
    if (color.size() == 4)
        color = {'#', color[1], color[1], color[2], color[2], color[3], color[3]};
    const auto bright = [&](std::size_t at) { return color[at] == 'f' && color[at + 1] >= 'a'; };
    return color.size() == 7 && bright(1) && bright(3) && bright(5) ? "#ffffff" : color;
}

/// What a background leaves to be seen; "" where it is only what is behind it.
std::string background_of(std::string_view text) {
    if (text == "none" || text == "transparent" || text == "inherit" || text == "initial" || text == "unset")
        return {};
    const auto color = color_of(text);
    if (color == "transparent")
        return {};
    return is_hex_color(color) || text.find_first_of("(#") == text.npos ? color : "?";
}

}  // namespace

bool html_look::is_seen() const {
    if (tiny || color == "transparent")
        return !tiny && background == "?";  // letters may be cut out of a picture
    return color.empty() || color != (background.empty() ? "#ffffff" : background);
}

bool is_hidden(const markup_tag& tag) {
    if (tag.has("hidden") || tag.attribute("aria-hidden") == "true")
        return true;
    bool apart = false, outside = false;  // only what is taken out of the page's flow can be outside
    for (const auto& [name, value] : read_style(tag.attribute("style"))) {
        const bool side = name == "left" || name == "top" || name == "right" || name == "bottom";
        const bool gone = (name == "display" && value == "none") || (name == "opacity" && is_zero(value)) ||
                          (name == "visibility" && (value == "hidden" || value == "collapse")) ||
                          ((name == "text-indent" || name == "margin-left" || name == "margin-top") &&
                           is_off_screen(value)) ||
                          (name == "transform" && value.starts_with("scale(0)")) ||
                          (name == "clip-path" &&
                           (value == "inset(50%)" || value == "inset(100%)" || value == "circle(0)"));
        if (gone)
            return true;
        apart = apart || (name == "position" && value != "static");
        outside = outside || (side && is_off_screen(value)) || (name == "clip" && is_empty_clip(value));
    }
    return apart && outside;
}

html_look look_of(const markup_tag& tag, const html_look& around, bool styled) {
    auto look = around;
    const bool plain_frame = tag.name == "html" || tag.name == "body" || tag.name == "main";
    if (styled && tag.has("class") && !plain_frame)
        look.background = "?";
    if (tag.has("bgcolor"))
        look.background = background_of(lower_without_blanks(tag.attribute("bgcolor")));
    if (tag.name == "font" && tag.has("color"))
        look.color = color_of(lower_without_blanks(tag.attribute("color")));
    for (const auto& [name, value] : read_style(tag.attribute("style"))) {
        if (name == "color" && value != "inherit")
            look.color = value == "initial" || value == "unset" ? std::string() : color_of(value);
        if (name == "background" || name == "background-color")
            if (auto own = background_of(value); !own.empty())
                look.background = std::move(own);
        if (name == "background-image" && value != "none")
            look.background = "?";
        if (name == "font-size" && value != "inherit")
            look.tiny = is_tiny(value);
    }
    return look;
}

}  // namespace examwright::extract
